/** One conversation with the assistant, apart from any screen: what was said, what is under way, how it ended. */
import { Clock, type ClockPhase } from './clock';
import { ConversationState, type Ending, type Phase } from './conversation-state';
import { newDeliveryKey } from './delivery-key';
import { merge, openButtons, settle } from './entries';
import { expiryText, wipedText, type LastKnown } from './endings';
import { Evidence } from './evidence';
import { KeepAlive } from './keep-alive';
import { Outbox, type Delivery } from './outbox';
import { Problem, Unreachable } from './problems';
import type { Button, Reply, State, Transport } from './protocol';
import { texts } from './texts';

export const MAX_LENGTH = 10_000;

export interface ConversationEvents {
  /** Something on the screen may have changed. */
  onChange(): void;
  onEnd?(ending: Ending): void;
  onStart?(): void;
  onSubmit?(): void;
  /** Something to say to who cannot see the screen. */
  onNews?(text: string): void;
}

export class Conversation extends ConversationState {
  readonly clock = new Clock((phase) => this.#onClock(phase));
  readonly evidence: Evidence;
  readonly #keepAlive = new KeepAlive(() => void this.extend());
  readonly #outbox: Outbox;
  #failedToStart: (() => Promise<void>) | null = null;

  constructor(
    private readonly transport: Transport,
    private readonly events: ConversationEvents,
  ) {
    super();
    this.evidence = new Evidence(transport, () => this.state, {
      onChange: () => this.events.onChange(),
      onState: (state) => this.#takeOverPart(state, state.files ?? []),
      onGone: (problem) => this.#close(problem),
      onProgress: () => this.touch(),
      say: (text) => this.events.onNews?.(text),
    });
    this.#outbox = new Outbox(transport, {
      onReply: (reply) => this.#onReply(reply),
      onSetback: (problem) => this.#onSetback(problem),
      onRefusal: (problem, delivery) => this.#onRefusal(problem, delivery),
      onGone: (problem) => this.#close(problem),
    });
  }

  get buttons(): Button[] {
    return this.phase === 'open' && this.#outbox.isFree ? openButtons(this.entries) : [];
  }

  get isSending(): boolean {
    return !this.#outbox.isFree;
  }

  /** What is known of the complaint. */
  get known(): LastKnown {
    const { reference = null, asking = null } = this.state ?? {};
    return { reference, mayBeStored: this.isSending && asking === 'confirmation' };
  }

  get isUnderWay(): boolean {
    return this.phase === 'starting' || this.phase === 'open';
  }

  get isResumable(): boolean {
    return this.transport.resumable();
  }

  /** Begin, or take up the conversation that a reload interrupted. */
  async begin(): Promise<void> {
    if (this.isUnderWay) return;
    await (this.isResumable ? this.#resume() : this.#start());
  }

  async #start(): Promise<void> {
    this.#reset('starting');
    this.events.onChange();
    const reply = await this.#ask(() => this.transport.start());
    if (!reply) return this.#cannotStart(() => this.#start());
    this.#onReply(reply);
    this.events.onStart?.();
  }

  async #resume(): Promise<void> {
    this.#reset('starting');
    this.isReplay = true;
    this.events.onChange();
    const reply = await this.#ask(() => this.transport.resume());
    if (reply) this.#onReply(reply);
    else if (!this.ending) this.#cannotStart(() => this.#resume());
  }

  /** Say something; false when it cannot be sent now. */
  say(text: string): boolean {
    const trimmed = text.trim();
    if (!trimmed || !this.#canSend()) return false;
    if (trimmed.length > MAX_LENGTH) {
      this.fieldError = texts.tooLong;
      this.events.onChange();
      return false;
    }
    this.draft = '';
    this.#post({ key: newDeliveryKey(), turn: { text: trimmed } }, trimmed);
    return true;
  }

  press(button: Button): boolean {
    if (!this.#canSend()) return false;
    this.#post({ key: newDeliveryKey(), turn: { button: button.id } }, button.title);
    return true;
  }

  #canSend(): boolean {
    if (this.state?.asking === 'confirmation' && this.evidence.isBusy) {
      this.evidence.remind();
      return false;
    }
    return this.phase === 'open' && this.#outbox.isFree;
  }

  #post(delivery: Delivery, text: string): void {
    this.isReplay = false;
    this.fieldError = null;
    this.entries = [
      ...this.entries,
      { key: delivery.key, id: null, from: 'citizen', text, links: [], buttons: [] },
    ];
    this.#outbox.post(delivery);
    this.events.onChange();
  }

  /** Take over what stands in the text field. */
  type(draft: string): void {
    this.draft = draft;
    this.fieldError = null;
    this.touch();
    this.events.onChange();
  }

  /** Note that the citizen is busy, here or with a file. */
  touch(): void {
    if (this.phase === 'open') this.#keepAlive.touch();
  }

  /** Tell the server that the citizen is still here. */
  async extend(): Promise<void> {
    const { notice } = this;
    const state = await this.#ask(() => this.transport.keepAlive());
    this.extendFailed = !state && this.clock.phase === 'warning';
    if (state && this.phase === 'open') this.#takeOverPart(state);
    // The connection may have been lost since it was asked.
    if (state && !this.isSending && this.notice === notice) this.notice = null;
    this.events.onChange();
  }

  /** Try again whatever failed: the start, the message under way, or the connection. */
  async retry(): Promise<void> {
    const start = this.#failedToStart;
    this.#failedToStart = null;
    if (start) await start();
    else await (this.isSending ? this.#outbox.attempt() : this.refresh());
  }

  /** Say at once that the connection is gone, before the citizen finds out by sending. */
  disconnect(): void {
    if (this.phase !== 'open') return;
    this.notice ??= texts.offline;
    this.events.onChange();
  }

  /** Look at the server's side, for instance when the tab was away. */
  async refresh(): Promise<void> {
    if (this.phase !== 'open' || !this.#outbox.isFree) return;
    const shown = this.entries;
    const reply = await this.#ask(() => this.transport.resume());
    // Whatever was said since it was asked may be missing from the answer.
    if (reply && this.phase === 'open' && this.entries === shown) this.#onReply(reply);
  }

  /** Purge everything, here and on the server; false when the server could not be reached. */
  async wipe(): Promise<boolean> {
    const gone = await this.transport.wipe().then(
      () => null,
      (error: unknown) => error,
    );
    if (gone && !(gone instanceof Problem && gone.isGone)) return false;
    this.#end('wiped', wipedText(this.known, gone as Problem | null));
    return true;
  }

  async copy(format: 'application/pdf' | 'text/html'): Promise<Blob | null> {
    return this.#ask(() => this.transport.copy(format));
  }

  /** Stop all timers, for when the element leaves the page. */
  pause(): void {
    this.clock.stop();
    this.#keepAlive.stop();
    this.#outbox.clear();
    this.evidence.clear();
  }

  #onReply(reply: Reply): void {
    const submittedBefore = this.state?.status === 'submitted';
    this.phase = 'open';
    this.notice = null;
    this.entries = settle(merge(this.entries, reply.messages));
    if (reply.state.status === 'stopped')
      return this.#end('stopped', lastWords(reply) ?? texts.ended.stopped);
    if (reply.state.status === 'expired')
      return this.#end('expired', lastWords(reply) ?? texts.ended.expired);
    this.#takeOver(reply.state);
    if (reply.state.status === 'submitted' && !submittedBefore && !this.isReplay) this.events.onSubmit?.();
    this.events.onChange();
  }

  #takeOver(state: State): void {
    this.state = state;
    this.extendFailed = false;
    this.clock.sync(state);
  }

  /** A turn or a file that was answered meanwhile may know more than this answer: take no more than it is about. */
  #takeOverPart({ now, warn_at, expires_at }: State, files = this.state?.files ?? []): void {
    if (this.state) this.#takeOver({ ...this.state, files, now, warn_at, expires_at });
  }

  #onSetback(problem: Problem | Unreachable): void {
    if (problem instanceof Unreachable) this.notice = texts.offline;
    else this.notice = problem.status === 429 ? texts.busy : problem.detail;
    this.events.onChange();
  }

  #onRefusal(problem: Problem, { key, turn }: Delivery): void {
    this.entries = this.entries.filter((entry) => entry.key !== key);
    if ('text' in turn) this.draft = this.draft || turn.text;
    else void this.refresh();
    this.fieldError = problem.detail;
    this.notice = null;
    this.events.onChange();
  }

  #onClock(phase: ClockPhase): void {
    if (phase === 'over') void this.#expire();
    this.events.onChange();
  }

  /** The time is over on this screen: ask the server once, then wipe. */
  async #expire(): Promise<void> {
    this.clock.stop();
    await (this.isSending ? this.#outbox.attempt() : this.refresh());
    if (this.phase === 'open' && this.clock.phase === 'stopped') this.#close(null);
  }

  #cannotStart(again: () => Promise<void>): void {
    this.#failedToStart = again;
    this.notice ??= texts.startFailed;
    this.events.onChange();
  }

  /** Ask the server; null when it gave no answer, and the end when the conversation is gone there. */
  async #ask<T>(question: () => Promise<T>): Promise<T | null> {
    try {
      return await question();
    } catch (error) {
      if (error instanceof Problem && error.isGone) this.#close(error);
      else if (!(error instanceof Problem) && !(error instanceof Unreachable)) throw error;
      return null;
    }
  }

  /** The conversation is over on the server, or, without an answer, on this screen. */
  #close(problem: Problem | null): void {
    this.#end('expired', expiryText(this.known, problem));
  }

  #end(reason: Ending, text: string): void {
    if (this.phase === 'ended') return; // calls that were under way may all hear of the end
    this.#reset('ended');
    this.transport.forget();
    this.ending = { reason, text };
    this.events.onEnd?.(reason);
    this.events.onChange();
  }

  #reset(phase: Phase): void {
    this.pause();
    this.clear(phase);
  }
}

/** What the bot said at the end, in one text. */
function lastWords(reply: Reply): string | null {
  const said = reply.messages.filter((message) => message.from === 'bot').map((message) => message.text);
  return said.at(-1) ?? null;
}
