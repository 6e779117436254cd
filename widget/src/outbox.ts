/** Delivers one turn at a time, again and again until the server has answered it. */
import { Problem, Unreachable } from './problems';
import type { Reply, Transport, Turn } from './protocol';

const DELAYS_MS = [1000, 2000, 4000, 8000, 15_000];

export interface Delivery {
  /** Also the idempotency key: the server counts each key once. */
  key: string;
  turn: Turn;
}

export interface OutboxEvents {
  onReply(reply: Reply): void;
  /** The attempt failed, but another will follow. */
  onSetback(problem: Problem | Unreachable): void;
  /** The server will never take this turn. */
  onRefusal(problem: Problem, delivery: Delivery): void;
  /** The conversation no longer exists on the server; the turn still counts as under way. */
  onGone(problem: Problem): void;
}

export class Outbox {
  delivery: Delivery | null = null;
  #attempts = 0;
  #underWay: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly events: OutboxEvents,
  ) {}

  get isFree(): boolean {
    return this.delivery === null;
  }

  post(delivery: Delivery): void {
    this.delivery = delivery;
    this.#attempts = 0;
    void this.attempt();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.delivery = null;
  }

  /** Try now; an attempt that is under way already is awaited instead. */
  attempt(): Promise<void> {
    clearTimeout(this.#timer);
    this.#underWay ??= this.#deliver().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #deliver(): Promise<void> {
    const delivery = this.delivery;
    if (!delivery) return;
    const outcome = await this.transport.send(delivery.turn, delivery.key).catch((error: unknown) => error);
    if (this.delivery === delivery) this.#handle(outcome, delivery);
  }

  #handle(outcome: unknown, delivery: Delivery): void {
    if (outcome instanceof Problem && outcome.isGone) {
      this.events.onGone(outcome);
    } else if (outcome instanceof Problem && outcome.isRejection) {
      this.clear();
      this.events.onRefusal(outcome, delivery);
    } else if (outcome instanceof Problem || outcome instanceof Unreachable) {
      this.#retryLater(outcome instanceof Problem ? outcome.retryAfter : null);
      this.events.onSetback(outcome);
    } else if (outcome instanceof Error) {
      throw outcome;
    } else {
      this.clear();
      this.events.onReply(outcome as Reply);
    }
  }

  #retryLater(retryAfter: number | null): void {
    const delay = DELAYS_MS[Math.min(this.#attempts++, DELAYS_MS.length - 1)]!;
    this.#timer = setTimeout(() => void this.attempt(), Math.max(delay, (retryAfter ?? 0) * 1000));
  }
}
