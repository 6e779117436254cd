/** The list on the screen and the messages of the server. */
import { expect, test } from 'vitest';
import { merge, openButtons, settle, type Entry } from '../../src/entries';
import { createMessage } from './builders';

const underWay: Entry = {
  key: 'k1',
  id: null,
  from: 'citizen',
  text: 'mijn bsn is 123456782',
  links: [],
  buttons: [],
};

test('merge keeps the place and the key of the message under way, with the text of the server', () => {
  const merged = merge(
    [underWay],
    [createMessage('m1', { from: 'citizen', text: 'mijn bsn is •••' }), createMessage('m2')],
  );
  expect(merged.map(({ key, text }) => [key, text])).toEqual([
    ['k1', 'mijn bsn is •••'],
    ['m2', 'bericht m2'],
  ]);
});

test('merge leaves out what is there already', () => {
  const entries = merge([], [createMessage('m1')]);
  expect(merge(entries, [createMessage('m1'), createMessage('m2')]).map((entry) => entry.id)).toEqual([
    'm1',
    'm2',
  ]);
});

test('settle counts a message that did not come back as delivered', () => {
  expect(settle([underWay])[0]!.id).toBe('k1');
});

test('openButtons are those since the last answer', () => {
  const old = createMessage('m1', { buttons: [{ id: 'a', title: 'A' }] });
  const answer = createMessage('m2', { from: 'citizen' });
  const fresh = createMessage('m3', { buttons: [{ id: 'b', title: 'B' }] });
  expect(openButtons(merge([], [old, answer, fresh])).map((button) => button.id)).toEqual(['b']);
  expect(openButtons(merge([], [old, answer]))).toEqual([]);
});
