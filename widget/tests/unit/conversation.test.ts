/** A conversation from begin to end, with a fake transport and fake time. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Conversation, MAX_LENGTH } from '../../src/conversation';
import { Problem, Unreachable } from '../../src/problems';
import type { Reply, State } from '../../src/protocol';
import { texts } from '../../src/texts';
import { createMessage, createState, FakeTransport, NOW } from './builders';

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

async function createConversation(transport = new FakeTransport()) {
  const events = { onChange: vi.fn(), onStart: vi.fn(), onEnd: vi.fn(), onSubmit: vi.fn() };
  const chat = new Conversation(transport, events);
  await chat.begin();
  return { chat, transport, events };
}

test('begin starts a conversation once', async () => {
  const { chat, transport, events } = await createConversation();
  await chat.begin();
  expect(transport.calls).toEqual(['start']);
  expect(events.onStart).toHaveBeenCalledTimes(1);
  expect(chat.phase).toBe('open');
});

test('begin takes up an earlier conversation', async () => {
  const transport = new FakeTransport();
  transport.isResumable = true;
  transport.answers = [{ messages: [createMessage('m1')], state: createState({ status: 'submitted' }) }];
  const { chat, events } = await createConversation(transport);
  expect(transport.calls).toEqual(['resume']);
  expect(chat.isReplay).toBe(true);
  expect(events.onSubmit).not.toHaveBeenCalled();
});

test('begin offers to try again when the server is away', async () => {
  const transport = new FakeTransport();
  transport.answers = [new Unreachable()];
  const { chat } = await createConversation(transport);
  expect(chat.notice).toBe(texts.startFailed);
  await chat.retry();
  expect(chat.phase).toBe('open');
  expect(chat.notice).toBeNull();
});

test('say shows the message at once and clears the draft', async () => {
  const { chat, transport } = await createConversation();
  chat.type('hallo');
  expect(chat.say(chat.draft)).toBe(true);
  expect(chat.entries.map(({ text }) => text)).toEqual(['hallo']);
  expect(chat.draft).toBe('');
  expect(transport.sent[0]!.turn).toEqual({ text: 'hallo' });
});

test.each([
  ['blank', '  \n'],
  ['too long', 'a'.repeat(MAX_LENGTH + 1)],
])('say refuses a %s text and keeps the draft', async (_, text) => {
  const { chat, transport } = await createConversation();
  chat.type(text);
  expect(chat.say(text)).toBe(false);
  expect(chat.draft).toBe(text);
  expect(transport.sent).toEqual([]);
});

test('say waits for the message under way', async () => {
  const { chat } = await createConversation();
  chat.say('een');
  expect(chat.say('twee')).toBe(false);
});

test('press sends the id and shows the title', async () => {
  const { chat, transport } = await createConversation();
  chat.press({ id: 'b1', title: 'Ja' });
  expect(transport.sent[0]!.turn).toEqual({ button: 'b1' });
  expect(chat.entries[0]!.text).toBe('Ja');
});

test('a rejected text comes back as the draft, with the reason', async () => {
  const { chat, transport } = await createConversation();
  transport.answers = [new Problem(413, 'Te lang.')];
  chat.say('mijn verhaal');
  await settle();
  expect([chat.draft, chat.fieldError, chat.entries]).toEqual(['mijn verhaal', 'Te lang.', []]);
});

test('a lost connection is said and mended', async () => {
  const { chat, transport } = await createConversation();
  transport.answers = [new Unreachable()];
  chat.say('hallo');
  await settle();
  expect(chat.notice).toBe(texts.offline);
  await chat.retry();
  expect(chat.notice).toBeNull();
  expect(chat.isSending).toBe(false);
});

test.each([401, 410])('a late message meets the end: status %i', async (status) => {
  const { chat, transport, events } = await createConversation();
  transport.answers = [new Problem(status, 'Gesloten.')];
  chat.type('concept');
  chat.say('laat bericht');
  await settle();
  expect(chat.ending).toEqual({ reason: 'expired', text: 'Gesloten.' });
  expect([chat.entries, chat.draft, chat.state]).toEqual([[], '', null]);
  expect(transport.calls).toContain('forget');
  expect(events.onEnd).toHaveBeenCalledWith('expired');
});

test('at the end of the time everything goes, also without a connection', async () => {
  const { chat, transport } = await createConversation();
  chat.type('geheim');
  transport.keepAliveAnswer = () => Promise.reject(new Unreachable());
  transport.answers = [new Unreachable()];
  await vi.advanceTimersByTimeAsync(900_000);
  expect(chat.ending?.reason).toBe('expired');
  expect(chat.draft).toBe('');
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ['submitted', { status: 'submitted', reference: 'KL-2026-7Q4M8X' } as const, 'KL-2026-7Q4M8X'],
  ['being confirmed', { asking: 'confirmation' } as const, 'Wij weten niet of uw klacht is bewaard'],
])('without a connection a complaint is not called lost: %s', async (_, state, expected) => {
  const transport = new FakeTransport();
  transport.answers = [{ messages: [], state: createState(state) }];
  const { chat } = await createConversation(transport);
  transport.send = () => Promise.reject(new Unreachable());
  transport.resume = () => Promise.reject(new Unreachable());
  chat.say('ja');
  await vi.advanceTimersByTimeAsync(900_000);
  expect(chat.ending?.text).toContain(expected);
  expect(chat.ending?.text).not.toContain('niets bewaard');
});

test.each([401, 410])('a confirmation that finds the conversation gone: status %i', async (status) => {
  const transport = new FakeTransport();
  transport.answers = [
    { messages: [], state: createState({ asking: 'confirmation' }) },
    new Problem(status, 'Er is niets bewaard.', null, 'unknown'),
  ];
  const { chat } = await createConversation(transport);
  chat.say('ja');
  await settle();
  expect(chat.ending?.text).toContain('Wij weten niet of uw klacht is bewaard');
});

test('at the end of the time the server may know of activity elsewhere', async () => {
  const { chat, transport } = await createConversation();
  await vi.advanceTimersByTimeAsync(899_000);
  transport.answers = [{ messages: [], state: createState({}, 600) }];
  await vi.advanceTimersByTimeAsync(1000);
  expect([chat.phase, chat.clock.secondsLeft]).toEqual(['open', 600]);
});

test('a message under way at the end of the time is answered first', async () => {
  const { chat, transport } = await createConversation();
  await vi.advanceTimersByTimeAsync(899_999);
  let answer: () => void = () => {};
  transport.send = () =>
    new Promise((resolve) => (answer = () => resolve({ messages: [], state: createState() })));
  chat.say('net op tijd');
  await vi.advanceTimersByTimeAsync(1);
  answer();
  await settle();
  expect(chat.phase).toBe('open');
});

test('extend gives more time, or says that it failed', async () => {
  const { chat, transport } = await createConversation();
  await vi.advanceTimersByTimeAsync(800_000);
  expect(chat.clock.phase).toBe('warning');
  transport.keepAliveAnswer = () => Promise.reject(new Unreachable());
  await chat.extend();
  expect(chat.extendFailed).toBe(true);
  transport.keepAliveAnswer = async () => createState();
  await chat.extend();
  expect([chat.clock.phase, chat.extendFailed]).toEqual(['quiet', false]);
});

test('typing keeps the conversation open', async () => {
  const { chat, transport } = await createConversation();
  for (let minute = 0; minute < 20; minute++) {
    chat.type('a'.repeat(minute));
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(chat.phase).toBe('open');
  expect(transport.calls.filter((call) => call === 'keepAlive')).toHaveLength(20);
});

test('an answer to a keep-alive that comes late brings no earlier question back', async () => {
  const { chat, transport } = await createConversation();
  let release = (_: State) => {};
  transport.keepAliveAnswer = () => new Promise((resolve) => (release = resolve));
  chat.type('Mijn verhaal');
  transport.answers = [{ messages: [createMessage('m2')], state: createState({ asking: 'when' }) }];
  chat.say(chat.draft);
  await settle();
  release(createState({ asking: 'what' }));
  await settle();
  expect(chat.state?.asking).toBe('when');
});

test('the end that two answers tell of comes once', async () => {
  const { chat, transport, events } = await createConversation();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  transport.keepAliveAnswer = () => released.then(() => Promise.reject(new Problem(410, 'Te laat.')));
  chat.type('Mijn verhaal');
  transport.answers = [new Problem(410, 'Gesloten.')];
  chat.say(chat.draft);
  await settle();
  release();
  await settle();
  expect(events.onEnd).toHaveBeenCalledTimes(1);
  expect(chat.ending?.text).toBe('Gesloten.');
});

test('a keep-alive that fails while typing is no news before the warning', async () => {
  const { chat, transport } = await createConversation();
  transport.keepAliveAnswer = () => Promise.reject(new Unreachable());
  chat.type('a');
  await settle();
  expect(chat.extendFailed).toBe(false);
});

test('a lost connection is said before anything is sent, and mended', async () => {
  const { chat, transport } = await createConversation();
  chat.disconnect();
  expect(chat.notice).toBe(texts.offline);
  await chat.retry();
  expect([chat.notice, transport.calls.at(-1)]).toEqual([null, 'resume']);
  chat.disconnect();
  await chat.extend();
  expect(chat.notice).toBeNull();
});

test('a lost connection is no news when there is no conversation', async () => {
  const { chat } = await createConversation();
  await chat.wipe();
  chat.disconnect();
  expect(chat.notice).toBeNull();
});

test('stopped: only the last words stay', async () => {
  const { chat, transport } = await createConversation();
  transport.answers = [
    {
      messages: [createMessage('m9', { text: 'Alles is gewist.' })],
      state: createState({ status: 'stopped' }),
    },
  ];
  chat.say('stop');
  await settle();
  expect([chat.ending, chat.entries]).toEqual([{ reason: 'stopped', text: 'Alles is gewist.' }, []]);
});

test('submitted is told once', async () => {
  const { chat, transport, events } = await createConversation();
  const submitted = {
    messages: [],
    state: createState({ status: 'submitted', reference: 'KL-2026-7Q4M8X' }),
  };
  transport.answers = [submitted, submitted];
  chat.say('ja');
  await settle();
  chat.say('is hij verstuurd?');
  await settle();
  expect(events.onSubmit).toHaveBeenCalledTimes(1);
});

test('wipe needs the server, unless the conversation is gone there', async () => {
  const { chat, transport } = await createConversation();
  transport.answers = [new Unreachable(), new Problem(410, 'Gesloten.')];
  expect(await chat.wipe()).toBe(false);
  expect(chat.phase).toBe('open');
  expect(await chat.wipe()).toBe(true);
  expect(chat.ending?.reason).toBe('wiped');
});

test('begin after the end begins a new conversation', async () => {
  const { chat, transport } = await createConversation();
  await chat.wipe();
  await chat.begin();
  expect(chat.phase).toBe('open');
  expect(chat.ending).toBeNull();
  expect(transport.calls.filter((call) => call === 'start')).toHaveLength(2);
});

test('refresh shows what was said in another tab', async () => {
  const { chat, transport } = await createConversation();
  transport.answers = [{ messages: [createMessage('m5')], state: createState() }];
  await chat.refresh();
  expect(chat.entries.map((entry) => entry.id)).toEqual(['m5']);
});

test('an answer to refresh that comes late brings no earlier question back', async () => {
  const { chat, transport } = await createConversation();
  let release = (_: Reply) => {};
  transport.resume = () => new Promise((resolve) => (release = resolve));
  const refreshed = chat.refresh();
  transport.answers = [{ messages: [createMessage('m2')], state: createState({ asking: 'when' }) }];
  chat.say('Mijn verhaal');
  await settle();
  release({ messages: [], state: createState({ asking: 'what' }) });
  await refreshed;
  expect(chat.state?.asking).toBe('when');
});

test('copy is null when there is none to get', async () => {
  const { chat, transport } = await createConversation();
  transport.copyAnswer = new Problem(503, 'Later.');
  expect(await chat.copy('application/pdf')).toBeNull();
});
