/** How often typing tells the server that the citizen is still here. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeepAlive } from '../../src/keep-alive';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('sends at the first keystroke and at most once per 30 seconds', () => {
  const send = vi.fn();
  const keepAlive = new KeepAlive(send);
  for (let second = 0; second < 95; second++) {
    keepAlive.touch();
    vi.advanceTimersByTime(1000);
  }
  expect(send).toHaveBeenCalledTimes(4);
});

test('covers the last keystroke of a burst', () => {
  const send = vi.fn();
  const keepAlive = new KeepAlive(send);
  keepAlive.touch();
  vi.advanceTimersByTime(29_000);
  keepAlive.touch();
  vi.advanceTimersByTime(1000);
  expect(send).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(120_000);
  expect(send).toHaveBeenCalledTimes(2);
});

test('sends nothing after stop', () => {
  const send = vi.fn();
  const keepAlive = new KeepAlive(send);
  keepAlive.touch();
  keepAlive.touch();
  keepAlive.stop();
  vi.advanceTimersByTime(60_000);
  expect(send).toHaveBeenCalledTimes(1);
});
