/** The calls to the gateway and what they leave in the browser. */
// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { HttpTransport } from '../../src/http-transport';
import { Problem, Unreachable } from '../../src/problems';
import { texts } from '../../src/texts';

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  sessionStorage.clear();
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});

function answerWith(status: number, body: unknown, headers: Record<string, string> = {}): void {
  fetched.mockResolvedValueOnce(
    new Response(body === null ? null : JSON.stringify(body), { status, headers }),
  );
}

async function createStarted(): Promise<HttpTransport> {
  const transport = new HttpTransport('https://balie.example');
  answerWith(201, { token: 'munt', messages: [], state: {} });
  await transport.start();
  return transport;
}

const lastCall = () => fetched.mock.lastCall as [string, RequestInit & { headers: Record<string, string> }];

test('start keeps the token, and nothing else, in the session storage', async () => {
  await createStarted();
  expect({ ...sessionStorage }).toEqual({ 'klachtbalie-token': 'munt' });
});

test('a token found in the session storage makes it resumable', async () => {
  sessionStorage.setItem('klachtbalie-token', 'munt');
  const transport = new HttpTransport('');
  expect(transport.resumable()).toBe(true);
  transport.forget();
  expect(transport.resumable()).toBe(false);
  expect(sessionStorage).toHaveLength(0);
});

test('what another page of the tab began is not forgotten with it', async () => {
  const transport = await createStarted();
  sessionStorage.setItem('klachtbalie-token', 'nieuwe munt');
  transport.forget();
  expect(transport.resumable()).toBe(false);
  expect(sessionStorage.getItem('klachtbalie-token')).toBe('nieuwe munt');
});

test('works when the browser refuses storage', async () => {
  vi.stubGlobal('sessionStorage', undefined);
  const transport = await createStarted();
  expect(transport.resumable()).toBe(true);
  vi.unstubAllGlobals();
});

test('send carries token, key and turn', async () => {
  const transport = await createStarted();
  answerWith(200, { messages: [], state: {} });
  await transport.send({ text: '/restart' }, 'sleutel');
  const [address, { method, headers, body }] = lastCall();
  expect([method, address]).toEqual(['POST', 'https://balie.example/api/conversation/messages']);
  expect(headers).toMatchObject({ Authorization: 'Bearer munt', 'Idempotency-Key': 'sleutel' });
  expect(JSON.parse(body as string)).toEqual({ text: '/restart' });
});

test('no cookies, no cache, no referrer', async () => {
  await createStarted();
  expect(lastCall()[1]).toMatchObject({
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
});

test('wipe deletes and forgets', async () => {
  const transport = await createStarted();
  answerWith(204, null);
  await transport.wipe();
  expect(lastCall()[1].method).toBe('DELETE');
  expect(transport.resumable()).toBe(false);
});

test('copy asks for the format', async () => {
  const transport = await createStarted();
  answerWith(200, 'kopie');
  await transport.copy('application/pdf');
  expect(lastCall()[1].headers.Accept).toBe('application/pdf');
});

test('a problem document becomes a Problem with the Dutch text', async () => {
  const transport = await createStarted();
  answerWith(429, { detail: 'Het is druk.' }, { 'Retry-After': '7' });
  const error = await transport.keepAlive().catch((problem: unknown) => problem);
  expect(error).toMatchObject({ status: 429, detail: 'Het is druk.', retryAfter: 7 });
});

test('a problem document may name the reference of what was stored', async () => {
  const transport = await createStarted();
  answerWith(410, { detail: 'Gesloten.', code: 'submitted', reference: 'KL-2026-7Q4M8X' });
  const error = await transport.resume().catch((problem: unknown) => problem);
  expect(error).toMatchObject({ code: 'submitted', reference: 'KL-2026-7Q4M8X' });
});

test('an answer that is no problem document still gives a Dutch text', async () => {
  const transport = await createStarted();
  fetched.mockResolvedValueOnce(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  const error = await transport.resume().catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(Problem);
  expect(error).toMatchObject({ status: 502, detail: texts.unknownProblem, retryAfter: null });
});

test.each([
  ['no connection', () => fetched.mockRejectedValueOnce(new TypeError('fetch failed'))],
  ['an answer of something else', () => answerWith(200, { welcome: 'this is no gateway' })],
  ['an empty answer', () => answerWith(200, 'null')],
  ['a broken answer', () => fetched.mockResolvedValueOnce(new Response('{"messages": [', { status: 200 }))],
])('%s counts as unreachable', async (_, prepare) => {
  const transport = await createStarted();
  prepare();
  await expect(transport.resume()).rejects.toBeInstanceOf(Unreachable);
});
