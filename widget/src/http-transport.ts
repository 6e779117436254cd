/** The transport that speaks HTTP with the gateway. */
import { readProblem, Unreachable } from './problems';
import type { CopyFormat, FileReply, Reply, State, Transport, Turn } from './protocol';
import { upload } from './upload';

const TOKEN_KEY = 'klachtbalie-token';
const TIMEOUT_MS = 20_000;

interface Call {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: Turn;
  headers?: Record<string, string>;
}

export class HttpTransport implements Transport {
  /** Used when the browser refuses storage; then a reload starts anew. */
  #token: string | null = readToken();

  constructor(
    /** Base address of the gateway, without a slash at the end. */
    private readonly gateway: string,
  ) {}

  resumable(): boolean {
    return this.#token !== null;
  }

  async start(): Promise<Reply> {
    const response = await this.#call({ method: 'POST', path: '/api/conversations' });
    const { token, ...reply } = (await readReply(response)) as Reply & { token: string };
    this.#token = token;
    storeToken(token);
    return reply;
  }

  async resume(): Promise<Reply> {
    return readReply(await this.#call({ method: 'GET', path: '/api/conversation' }));
  }

  async send(turn: Turn, key: string): Promise<Reply> {
    const headers = { 'Idempotency-Key': key };
    const path = '/api/conversation/messages';
    return readReply(await this.#call({ method: 'POST', path, body: turn, headers }));
  }

  async keepAlive(): Promise<State> {
    const response = await this.#call({ method: 'POST', path: '/api/conversation/keep-alive' });
    return ((await readJson(response)) as { state: State }).state;
  }

  async addFile(
    file: File,
    altText: string,
    onProgress: (part: number) => void,
    signal: AbortSignal,
  ): Promise<FileReply> {
    const form = new FormData();
    form.append('file', file);
    if (altText) form.append('alt_text', altText);
    const address = `${this.gateway}/api/conversation/files`;
    const response = await upload({ address, token: this.#token ?? '', form, onProgress, signal });
    return readJson(response) as Promise<FileReply>;
  }

  async removeFile(id: string): Promise<State> {
    const response = await this.#call({ method: 'DELETE', path: `/api/conversation/files/${id}` });
    return ((await readJson(response)) as { state: State }).state;
  }

  async wipe(): Promise<void> {
    await this.#call({ method: 'DELETE', path: '/api/conversation' });
    this.forget();
  }

  /** Forget it; a conversation begun since then, on another page of this tab, stays. */
  forget(): void {
    if (readToken() === this.#token) storeToken(null);
    this.#token = null;
  }

  async copy(format: CopyFormat): Promise<Blob> {
    const path = '/api/conversation/receipt';
    const response = await this.#call({ method: 'GET', path, headers: { Accept: format } });
    return response.blob().catch(() => Promise.reject(new Unreachable()));
  }

  async #call({ method, path, body, headers = {} }: Call): Promise<Response> {
    const all: Record<string, string> = { Accept: 'application/json', ...headers };
    if (this.#token) all.Authorization = `Bearer ${this.#token}`;
    if (body) all['Content-Type'] = 'application/json';
    const response = await fetch(this.gateway + path, {
      method,
      headers: all,
      body: body ? JSON.stringify(body) : null,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => Promise.reject(new Unreachable()));
    if (!response.ok) throw await readProblem(response);
    return response;
  }
}

/** Read a body; a connection lost half-way counts as unreachable. */
async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => Promise.reject(new Unreachable()));
}

/** Read the answer to a turn; an address where something else than a gateway answers counts as unreachable. */
async function readReply(response: Response): Promise<Reply> {
  const reply = (await readJson(response)) as Partial<Reply> | null;
  if (!Array.isArray(reply?.messages) || !reply.state) throw new Unreachable();
  return reply as Reply;
}

function readToken(): string | null {
  try {
    return sessionStorage.getItem(TOKEN_KEY);
  } catch {
    return null;
  }
}

function storeToken(token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(TOKEN_KEY);
    else sessionStorage.setItem(TOKEN_KEY, token);
  } catch {
    // Storage is switched off: the conversation then lives until the page is left.
  }
}
