/** How messages become elements. */
// @vitest-environment happy-dom
import { render } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { merge } from '../../src/entries';
import { messageList } from '../../src/views/messages';
import { createMessage } from './builders';

const root = document.createElement('div');

beforeEach(() => document.body.replaceChildren(root));

test('text is text, never HTML', () => {
  render(
    messageList(merge([], [createMessage('m1', { text: '<img src=x onerror=alert(1)>' })]), false, false),
    root,
  );
  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('.message p')!.textContent).toBe('<img src=x onerror=alert(1)>');
});

test.each([
  ['bot', 1],
  ['citizen', 0],
] as const)('a summary said by the %s is folded up %i times', (from, times) => {
  const text = 'Dit heb ik opgeschreven:\n\nWat er gebeurde: Hij lachte.\n\nKlopt dit?';
  render(messageList(merge([], [createMessage('m1', { from, text })]), false, false), root);
  expect(root.querySelectorAll('details:not([open])')).toHaveLength(times);
  expect(root.querySelector('.message')!.textContent).toContain('Wat er gebeurde: Hij lachte.');
});

test('a new message leaves the elements of the others alone', () => {
  const one = merge([], [createMessage('m1')]);
  render(messageList(one, false, false), root);
  const first = root.querySelector('.message');
  render(messageList(merge(one, [createMessage('m2')]), false, false), root);
  expect(root.querySelectorAll('.message')[0]).toBe(first);
});

test('a reference stays on one line', () => {
  const text = 'Uw kenmerk is KL-2026-7Q4M8X. Bewaar KL-2026-7Q4M8X.';
  render(messageList(merge([], [createMessage('m1', { text })]), false, false), root);
  const whole = [...root.querySelectorAll('.unbroken')].map((part) => part.textContent);
  expect(whole).toEqual(['KL-2026-7Q4M8X', 'KL-2026-7Q4M8X']);
  expect(root.querySelector('.message p')!.textContent).toBe(text);
});

test.each([
  ['https://gemeente.example/', 1],
  ['tel:14036', 1],
  ['mailto:info@gemeente.example', 1],
  ['javascript:alert(1)', 0],
  ['data:text/html,x', 0],
  ['geen adres', 0],
])('a link to %s is shown %i times', (url, count) => {
  render(
    messageList(merge([], [createMessage('m1', { links: [{ title: 'Link', url }] })]), false, false),
    root,
  );
  expect(root.querySelectorAll('a')).toHaveLength(count);
});

test('a replay is not read out, what follows is', () => {
  const entries = merge([], [createMessage('m1')]);
  render(messageList(entries, true, false), root);
  expect(root.querySelector('[role=log]')!.getAttribute('aria-live')).toBe('off');
  render(messageList(entries, false, false), root);
  expect(root.querySelector('[role=log]')!.getAttribute('aria-live')).toBe('polite');
});
