/** The chat API of the gateway, in memory, with switches to make it fail. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { AddedFile, State, Turn } from '../../src/protocol';
import { FakeIntake } from './intake';

const ROOT = join(import.meta.dirname, '../../../bot/gateway');
const PAGES = join(import.meta.dirname, 'pages');
const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };
const EXPIRED =
  'Dit gesprek is gesloten, omdat u een tijd niets deed. Er is niets bewaard. U kunt opnieuw beginnen.';

/** No inline script, no inline style, nothing from elsewhere. */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

interface Session {
  intake: FakeIntake;
  files: AddedFile[];
  lastActivity: number;
  answers: Map<string, unknown>;
}

/** What the next message call goes through. */
export interface Fault {
  status: number;
  detail: string;
  retryAfter?: number;
}

export class FakeGateway {
  inactivitySeconds = 900;
  warnSeconds = 120;
  /** How far the server's clock is from the browser's, in milliseconds. */
  clockSkew = 0;
  designatedChannel = true;
  /** Another site that may use the API. */
  allowedOrigin = '';
  faults: Fault[] = [];
  /** Handle the next message, then drop the connection before answering. */
  loseAnswers = 0;
  /** Pages of the test itself, each under its own policy. */
  readonly pages = new Map<string, { body: string; policy: string }>();
  readonly calls: string[] = [];
  readonly sessions = new Map<string, Session>();
  #server: Server = createServer((request, response) => {
    this.#serve(request, response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') throw error; // else the page was left in the middle of a call
    });
  });
  /** What its clock is ahead of the real one, in milliseconds. */
  #passed = 0;
  #held = { call: '', until: Promise.resolve() };

  async listen(): Promise<string> {
    this.#server.keepAliveTimeout = 0; // none: it could close a connection just as the browser uses it again
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Let time pass at once, on this side only. */
  pass(seconds: number): void {
    this.#passed += seconds * 1000;
  }

  /** Keep every call to this path waiting, until what comes back is called. */
  hold(path: string): () => void {
    let release = () => {};
    const until = new Promise<void>((resolve) => (release = resolve));
    this.#held = { call: path, until };
    return release;
  }

  /** Every text of the citizens, in order. */
  get said(): string[] {
    const all = [...this.sessions.values()].flatMap(({ intake }) => intake.messages);
    return all.filter((message) => message.from === 'citizen').map((message) => message.text);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, 'http://localhost');
    if (this.#allows(request, response)) return;
    if (!url.pathname.startsWith('/api')) return this.#file(url.pathname, response);
    const call = `${request.method} ${url.pathname}`;
    this.calls.push(call);
    if (url.pathname === this.#held.call) await this.#held.until;
    if (call === 'POST /api/conversations') return this.#start(response);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const session = this.sessions.get(token);
    if (!session)
      return problem(response, { status: 401, detail: 'Dit gesprek bestaat niet meer. Begin opnieuw.' });
    if (this.#isExpired(session)) {
      this.sessions.delete(token);
      return problem(response, { status: 410, detail: EXPIRED });
    }
    if (call === 'DELETE /api/conversation') {
      this.sessions.delete(token);
      response.writeHead(204).end();
    } else await this.#converse(call, session, request, response);
  }

  async #converse(call: string, session: Session, request: IncomingMessage, response: ServerResponse) {
    if (call === 'GET /api/conversation') {
      json(response, 200, { messages: session.intake.messages, state: this.#state(session) });
    } else if (call === 'POST /api/conversation/keep-alive') {
      session.lastActivity = this.#now;
      json(response, 200, { state: this.#state(session) });
    } else if (call === 'POST /api/conversation/messages') {
      await this.#message(session, request, response);
    } else if (call === 'POST /api/conversation/files') {
      await this.#addFile(session, request, response);
    } else if (call.startsWith('DELETE /api/conversation/files/')) {
      session.files = session.files.filter((file) => !call.endsWith(`/${file.id}`));
      json(response, 200, { state: this.#state(session) });
    } else if (call === 'GET /api/conversation/receipt') {
      const type = request.headers.accept === 'application/pdf' ? 'application/pdf' : 'text/html';
      const body =
        type === 'text/html' ? '<!doctype html><title>Kopie</title><h1>Uw klacht</h1>' : '%PDF-1.7 kopie';
      response.writeHead(200, { 'Content-Type': type }).end(body);
    }
  }

  #start(response: ServerResponse): void {
    const session = { intake: new FakeIntake(), files: [], lastActivity: this.#now, answers: new Map() };
    const token = randomUUID();
    this.sessions.set(token, session);
    json(response, 201, { token, messages: session.intake.messages, state: this.#state(session) });
  }

  async #message(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const turn = JSON.parse(await read(request)) as Turn;
    const key = request.headers['idempotency-key'] as string;
    const fault = this.faults.shift();
    if (fault) return problem(response, fault);
    if (!session.answers.has(key)) {
      session.lastActivity = this.#now;
      const messages = session.intake.take(turn);
      if (!messages) return problem(response, { status: 422, detail: 'Deze knop bestaat niet meer.' });
      session.answers.set(key, { messages, state: this.#state(session) });
    }
    if (this.loseAnswers-- > 0) return void request.socket.destroy();
    json(response, 200, session.answers.get(key));
  }

  async #addFile(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { 'Content-Type': request.headers['content-type']! };
    const form = await new Response(await readBytes(request), { headers }).formData();
    const fault = this.faults.shift();
    if (fault) return problem(response, fault);
    session.lastActivity = this.#now;
    const given = form.get('file') as File;
    const file = {
      ...{ id: String(session.files.length + 1), name: given.name, size: given.size },
      ...{ media_type: given.type, alt_text: String(form.get('alt_text') ?? '') },
    };
    session.files.push(file);
    json(response, 201, { file, state: this.#state(session) });
  }

  /** Let the allowed site in; true when the request was only the browser asking for that. */
  #allows(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.headers.origin !== this.allowedOrigin) return false;
    response.setHeader('Access-Control-Allow-Origin', this.allowedOrigin);
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key');
    if (request.method !== 'OPTIONS') return false;
    response.writeHead(204).end();
    return true;
  }

  #isExpired(session: Session): boolean {
    return this.#now >= session.lastActivity + this.inactivitySeconds * 1000;
  }

  #state({ intake, files, lastActivity }: Session): State {
    const { status, route, asking, complaint, reference } = intake;
    const expires = lastActivity + this.inactivitySeconds * 1000;
    return {
      ...{ status, route, asking, complaint, reference, flags: [], files },
      ...{ progress: intake.progress, designated_channel: this.designatedChannel },
      file_limits: status === 'open' ? { files: 5, megabytes: 10 } : null,
      ...(reference ? { due: '2027-01-04', latest: '2027-02-01' } : {}),
      now: this.#iso(this.#now),
      warn_at: this.#iso(expires - this.warnSeconds * 1000),
      expires_at: this.#iso(expires),
    };
  }

  get #now(): number {
    return Date.now() + this.#passed;
  }

  #iso(time: number): string {
    return new Date(time + this.clockSkew).toISOString();
  }

  async #file(path: string, response: ServerResponse): Promise<void> {
    const page = this.pages.get(path);
    if (page) return html(response, page.body, page.policy);
    const named = path === '/demo' || path === '/demo/' ? '/demo/index.html' : path;
    const file = extname(named) ? named : `${named}.html`;
    const root = file.startsWith('/demo/') || file.startsWith('/static/') ? ROOT : PAGES;
    const body = await readFile(join(root, normalize(file))).catch(() => null);
    if (!body) return void response.writeHead(404).end();
    const type = `${TYPES[extname(file)]}; charset=utf-8`;
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': STRICT_CSP }).end(body);
  }
}

async function read(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** The code that goes with a status, unless a test names another. */
const CODES: Record<number, string> = {
  401: 'no_token',
  410: 'expired',
  413: 'too_long',
  415: 'file_kind',
  422: 'stale_button',
  429: 'too_many',
  500: 'internal',
  503: 'engine_away',
};

function problem(response: ServerResponse, { status, detail, retryAfter }: Fault): void {
  const code = CODES[status];
  const type = `/openapi.json#/x-problems/${code}`;
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' };
  if (retryAfter) headers['Retry-After'] = String(retryAfter);
  response.writeHead(status, headers).end(JSON.stringify({ type, title: 'Probleem', status, detail, code }));
}

function html(response: ServerResponse, body: string, policy: string): void {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy };
  response.writeHead(200, headers).end(body);
}
