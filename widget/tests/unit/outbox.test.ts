/** Delivery until it is answered, and no further. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Outbox } from '../../src/outbox';
import { Problem, Unreachable } from '../../src/problems';
import { createState, FakeTransport } from './builders';

const delivery = { key: 'sleutel', turn: { text: 'hallo' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function createOutbox(...answers: FakeTransport['answers']) {
  const transport = new FakeTransport();
  transport.answers = answers;
  const events = { onReply: vi.fn(), onSetback: vi.fn(), onRefusal: vi.fn(), onGone: vi.fn() };
  return { transport, events, outbox: new Outbox(transport, events) };
}

test('sends again with the same key until the server answers', async () => {
  const { transport, events, outbox } = createOutbox(new Unreachable(), new Unreachable());
  outbox.post(delivery);
  await vi.advanceTimersByTimeAsync(3000);
  expect(transport.sent.map(({ key }) => key)).toEqual(['sleutel', 'sleutel', 'sleutel']);
  expect(events.onReply).toHaveBeenCalledTimes(1);
  expect(outbox.isFree).toBe(true);
});

test('waits as long as the server asks', async () => {
  const { transport, outbox } = createOutbox(new Problem(429, 'druk', 10));
  outbox.post(delivery);
  await vi.advanceTimersByTimeAsync(9999);
  expect(transport.sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(transport.sent).toHaveLength(2);
});

test.each([401, 410])(
  'a turn that finds the conversation gone stays under way: status %i',
  async (status) => {
    const { transport, events, outbox } = createOutbox(new Problem(status, 'weg'));
    outbox.post(delivery);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(transport.sent).toHaveLength(1);
    expect(events.onGone).toHaveBeenCalledWith(expect.any(Problem));
    expect(outbox.isFree).toBe(false);
  },
);

test.each([413, 422])('does not send again after status %i', async (status) => {
  const { transport, events, outbox } = createOutbox(new Problem(status, 'nee'));
  outbox.post(delivery);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(transport.sent).toHaveLength(1);
  expect(events.onRefusal).toHaveBeenCalledWith(expect.any(Problem), delivery);
});

test('never has two attempts under way', async () => {
  const { transport, outbox } = createOutbox();
  outbox.post(delivery);
  await Promise.all([outbox.attempt(), outbox.attempt()]);
  expect(transport.sent).toHaveLength(1);
});

test('ignores an answer that comes after clear', async () => {
  const { events, outbox } = createOutbox({ messages: [], state: createState() });
  outbox.post(delivery);
  outbox.clear();
  await vi.advanceTimersByTimeAsync(0);
  expect(events.onReply).not.toHaveBeenCalled();
});
