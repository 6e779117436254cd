/** The inactivity clock: the server's deadlines on the citizen's screen, whatever the citizen's own clock says. */
import type { State } from './protocol';

export type ClockPhase = 'stopped' | 'quiet' | 'warning' | 'over';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export class Clock {
  phase: ClockPhase = 'stopped';
  #warnAt = 0;
  #expiresAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** Called at every change of phase, every minute when quiet, every second in the warning. */
    private readonly onTick: (phase: ClockPhase) => void,
  ) {}

  /** Take over the server's deadlines, corrected for the difference between the two clocks. */
  sync(state: State): void {
    const ahead = Date.now() - Date.parse(state.now);
    this.#warnAt = Date.parse(state.warn_at) + ahead;
    this.#expiresAt = Date.parse(state.expires_at) + ahead;
    this.tick();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.phase = 'stopped';
  }

  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#expiresAt - Date.now()) / SECOND));
  }

  /** Look at the time now; also called when a sleeping tab wakes up. */
  tick(): void {
    clearTimeout(this.#timer);
    this.phase = this.#phaseNow();
    if (this.phase !== 'over') this.#timer = setTimeout(() => this.tick(), this.#untilNextTick());
    this.onTick(this.phase);
  }

  #phaseNow(): ClockPhase {
    const now = Date.now();
    if (now >= this.#expiresAt) return 'over';
    return now >= this.#warnAt ? 'warning' : 'quiet';
  }

  #untilNextTick(): number {
    const left = this.#expiresAt - Date.now();
    if (this.phase === 'warning') return left % SECOND || SECOND;
    return Math.min(this.#warnAt - Date.now(), left % MINUTE || MINUTE);
  }
}
