/** Keep-alive while the citizen types, at most once per interval. */

const INTERVAL_MS = 30_000;

export class KeepAlive {
  #lastSent = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: () => void) {}

  /** Note a keystroke: send at once when the last call is long ago, else when the interval is over. */
  touch(): void {
    if (this.#timer !== undefined) return;
    const wait = this.#lastSent + INTERVAL_MS - Date.now();
    if (wait <= 0) this.#fire();
    else this.#timer = setTimeout(() => this.#fire(), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #fire(): void {
    this.#timer = undefined;
    this.#lastSent = Date.now();
    this.send();
  }
}
