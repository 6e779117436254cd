/** Sentences that depend on what the municipality set. */
import { expect, test } from 'vitest';
import { receiptTitle, texts } from '../../src/texts';
import { createState } from './builders';

test.each([
  [true, 'Uw klacht is ontvangen'],
  [false, 'Uw klacht is klaargezet'],
])('the receipt says what a stored complaint counts as: %s', (designated_channel, expected) => {
  expect(receiptTitle(createState({ designated_channel }))).toBe(expected);
});

test('no sentence of the widget itself calls a complaint filed', () => {
  expect(JSON.stringify(texts)).not.toMatch(/ingediend|ontvangen|binnen/);
});
