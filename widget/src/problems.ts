/** What can go wrong between widget and gateway. */
import { texts } from './texts';

/** The server could not be reached, or answered too late. */
export class Unreachable extends Error {}

/** The server refused, with a reason for the citizen. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** Dutch, for the citizen. */
    readonly detail: string,
    /** Seconds to wait before trying again. */
    readonly retryAfter: number | null = null,
  ) {
    super(`status ${status}`);
  }

  /** The conversation no longer exists on the server. */
  get isGone(): boolean {
    return this.status === 401 || this.status === 410;
  }

  /** The text itself cannot be taken; sending it again would not help. */
  get isRejection(): boolean {
    return this.status === 400 || this.status === 413 || this.status === 422;
  }
}

/** Read an RFC 9457 problem document; fall back on a general Dutch sentence. */
export async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const detail = (body as { detail?: unknown } | null)?.detail;
  const wait = Number(response.headers.get('Retry-After'));
  return new Problem(
    response.status,
    typeof detail === 'string' && detail ? detail : texts.unknownProblem,
    wait > 0 ? wait : null,
  );
}
