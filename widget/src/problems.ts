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
    /** What happened, in the API's own terms. */
    readonly code: string | null = null,
    /** Of the complaint that was stored in the conversation. */
    readonly reference: string | null = null,
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
  const body = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  const wait = Number(response.headers.get('Retry-After'));
  return new Problem(
    response.status,
    text(body?.detail) ?? texts.unknownProblem,
    wait > 0 ? wait : null,
    text(body?.code),
    text(body?.reference),
  );
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value ? value : null;
}
