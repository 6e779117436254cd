/** A form on its way, with a request that does as it is told. */
import { beforeEach, expect, test, vi } from 'vitest';
import { Unreachable } from '../../src/problems';
import { upload } from '../../src/upload';

class FakeRequest {
  static last: FakeRequest;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  ontimeout = () => {};
  status = 0;
  responseText = '';
  timeout = 0;
  headers: Record<string, string> = {};
  opened: string[] = [];
  sent: unknown;
  constructor() {
    FakeRequest.last = this;
  }
  open(...opened: string[]): void {
    this.opened = opened;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  getResponseHeader(name: string): string | null {
    return name === 'Retry-After' ? '7' : null;
  }
  send(form: unknown): void {
    this.sent = form;
  }
  abort(): void {
    this.onabort();
  }
  answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload();
  }
}

const onProgress = vi.fn();

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  onProgress.mockReset();
});

function start(signal = new AbortController().signal) {
  return upload({ address: '/api/files', token: 'munt', form: new FormData(), onProgress, signal });
}

test('it carries token and form, and tells how far it is', async () => {
  const answer = start();
  const request = FakeRequest.last;
  request.upload.onprogress!({ loaded: 1, total: 4 });
  request.answer(201, { file: 1 });
  expect(await (await answer).json()).toEqual({ file: 1 });
  expect(request.opened).toEqual(['POST', '/api/files']);
  expect(request.headers.Authorization).toBe('Bearer munt');
  expect(request.sent).toBeInstanceOf(FormData);
  expect(onProgress).toHaveBeenCalledWith(0.25);
});

test('a problem document becomes a Problem', async () => {
  const answer = start();
  FakeRequest.last.answer(413, { detail: 'Te groot.' });
  await expect(answer).rejects.toMatchObject({ status: 413, detail: 'Te groot.', retryAfter: 7 });
});

test.each(['onerror', 'ontimeout'] as const)('%s counts as unreachable', async (event) => {
  const answer = start();
  FakeRequest.last[event]();
  await expect(answer).rejects.toBeInstanceOf(Unreachable);
});

test('it stops when told to', async () => {
  const controller = new AbortController();
  const answer = start(controller.signal);
  controller.abort();
  await expect(answer).rejects.toBeInstanceOf(Unreachable);
});
