/** Files on their way to the server: photos first described, one at a time, and nothing left behind. */
import { beforeEach, expect, test, vi } from 'vitest';
import { Conversation } from '../../src/conversation';
import { fileTexts } from '../../src/file-texts';
import { Problem, Unreachable } from '../../src/problems';
import type { State } from '../../src/protocol';
import { createFile, createState, FakeTransport } from './builders';

const LIMITS = { files: 3, megabytes: 1 };
const letter = () => new File(['brief'], 'brief.pdf', { type: 'application/pdf' });
const photo = (name = 'foto.jpg') => new File(['foto'], name, { type: 'image/jpeg' });

let transport: FakeTransport;
const onNews = vi.fn();
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  transport = new FakeTransport();
  onNews.mockReset();
});

async function createEvidence(state: Partial<State> = {}) {
  const open = { asking: 'name', file_limits: LIMITS, ...state } as const;
  transport.answers = [{ messages: [], state: createState(open) }];
  transport.keepAliveAnswer = async () => createState(open);
  const chat = new Conversation(transport, { onChange: vi.fn(), onNews });
  await chat.begin();
  return { chat, evidence: chat.evidence };
}

test('a document is added at once and told', async () => {
  const { evidence } = await createEvidence();
  evidence.add([letter()]);
  expect(evidence.upload).toEqual({ name: 'brief.pdf', part: 0.5 });
  await settle();
  expect(evidence.files.map(({ name }) => name)).toEqual(['brief.pdf']);
  expect(evidence.isBusy).toBe(false);
  expect(onNews.mock.calls.flat()).toEqual([fileTexts.adding('brief.pdf'), fileTexts.added('brief.pdf')]);
});

test('a photo waits for its description', async () => {
  const { evidence } = await createEvidence();
  evidence.add([photo()]);
  expect([evidence.photo?.name, evidence.isBusy, transport.added]).toEqual(['foto.jpg', true, []]);
  evidence.describe('  De balie ');
  await settle();
  expect(transport.added).toEqual([{ name: 'foto.jpg', altText: 'De balie' }]);
  expect(evidence.photo).toBeNull();
});

test('a photo may be left out, and the next file goes on', async () => {
  const { evidence } = await createEvidence();
  evidence.add([photo(), letter()]);
  evidence.skip();
  await settle();
  expect(transport.added.map(({ name }) => name)).toEqual(['brief.pdf']);
});

test('files go one at a time', async () => {
  let release = () => {};
  const { evidence } = await createEvidence();
  transport.addAnswer = ({ name }) =>
    new Promise((resolve) => {
      release = () => resolve({ file: createFile(name), state: createState({ files: [] }) });
    });
  evidence.add([letter(), new File(['2'], 'twee.pdf')]);
  await settle();
  expect(transport.added).toHaveLength(1);
  release();
  await settle();
  expect(transport.added).toHaveLength(2);
});

test.each([
  [
    'too large',
    [new File([new Uint8Array(1024 * 1024 + 1)], 'groot.pdf')],
    fileTexts.tooLarge('groot.pdf', 1),
  ],
  ['too many', [photo('1'), photo('2'), photo('3'), photo('4')], fileTexts.tooMany(3)],
])('what is %s is not sent', async (_, files, error) => {
  const { evidence } = await createEvidence();
  evidence.add(files);
  expect(evidence.error).toBe(error);
  expect(transport.added).toEqual([]);
});

test.each([
  [
    'the reason of the server',
    new Problem(422, 'In dit bestand is een virus gevonden.'),
    'In dit bestand is een virus gevonden.',
  ],
  ['a lost connection', new Unreachable(), fileTexts.notSent('brief.pdf')],
])('a refusal shows %s', async (_, failure, error) => {
  const { evidence } = await createEvidence();
  transport.addAnswer = () => Promise.reject(failure);
  evidence.add([letter()]);
  await settle();
  expect([evidence.error, evidence.isBusy, evidence.files]).toEqual([error, false, []]);
});

test('a conversation that is gone ends here too', async () => {
  const { chat, evidence } = await createEvidence();
  transport.addAnswer = () => Promise.reject(new Problem(410, 'Gesloten.'));
  evidence.add([letter(), photo()]);
  await settle();
  expect(chat.ending?.text).toBe('Gesloten.');
  expect([evidence.isBusy, evidence.photo]).toEqual([false, null]);
});

test('a file is removed and told, or said not to be', async () => {
  const file = createFile('brief.pdf');
  const { evidence } = await createEvidence({ files: [file] });
  transport.removeAnswer = new Unreachable();
  await evidence.remove(file);
  expect([evidence.error, evidence.files]).toEqual([fileTexts.notRemoved('brief.pdf'), [file]]);
  transport.removeAnswer = createState({ files: [] });
  await evidence.remove(file);
  expect([evidence.error, evidence.files]).toEqual([null, []]);
  expect(onNews).toHaveBeenLastCalledWith(fileTexts.removed('brief.pdf'));
});

test('an answer about files changes nothing else', async () => {
  const { chat, evidence } = await createEvidence();
  transport.addAnswer = async () => ({
    file: createFile('brief.pdf'),
    state: createState({ asking: 'what', files: [createFile('brief.pdf')] }),
  });
  evidence.add([letter()]);
  await settle();
  expect([chat.state?.asking, chat.state?.files?.length]).toEqual(['name', 1]);
});

test('an answer to a keep-alive that comes late takes no file away', async () => {
  const { chat, evidence } = await createEvidence();
  let release = (_: State) => {};
  transport.keepAliveAnswer = () => new Promise((resolve) => (release = resolve));
  evidence.add([letter()]);
  await settle();
  release(createState({ asking: 'name', files: [] }));
  await settle();
  expect(chat.state?.files?.map(({ name }) => name)).toEqual(['brief.pdf']);
});

test.each([
  ['nothing is taken down', { asking: null }],
  ['the route is not clear', { asking: 'clarification' as const }],
  ['the server takes none', { file_limits: null }],
])('no file can be added when %s', async (_, state) => {
  const { evidence } = await createEvidence(state);
  evidence.add([letter()]);
  expect([evidence.canAdd, evidence.isBusy]).toEqual([false, false]);
});

test('the complaint waits for a file that is not in yet', async () => {
  const { chat, evidence } = await createEvidence({ asking: 'confirmation' });
  evidence.add([photo()]);
  expect(chat.say('ja')).toBe(false);
  expect(evidence.error).toBe(fileTexts.first);
  evidence.skip();
  expect(chat.say('ja')).toBe(true);
});

test('an answer may be given while a file is under way', async () => {
  const { chat, evidence } = await createEvidence();
  evidence.add([photo()]);
  expect(chat.say('Anna de Vries')).toBe(true);
});

test('at the end nothing is left, and the upload is stopped', async () => {
  let signal: AbortSignal | undefined;
  const { chat, evidence } = await createEvidence();
  transport.addAnswer = (_file, _text, given) => {
    signal = given;
    return new Promise(() => {});
  };
  evidence.add([letter(), photo()]);
  await settle();
  await chat.wipe();
  expect(signal?.aborted).toBe(true);
  expect([evidence.isBusy, evidence.photo, evidence.upload]).toEqual([false, null, null]);
});

test('an upload keeps the conversation open', async () => {
  const { evidence } = await createEvidence();
  evidence.add([letter()]);
  await settle();
  expect(transport.calls).toContain('keepAlive');
});
