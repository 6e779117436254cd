/** What is said at the end: a complaint that was stored, or may be, is never called lost. */
import { expect, test } from 'vitest';
import { expiryText, wipedText, wipeWarning, type LastKnown } from '../../src/endings';
import { Problem } from '../../src/problems';
import type { State } from '../../src/protocol';
import { texts } from '../../src/texts';
import { createState } from './builders';

const FIRST = 'KL-2026-7Q4M8X';
const SECOND = 'KL-2026-AAAAAA';
const nothing: LastKnown = { reference: null, mayBeStored: false };
const confirming: LastKnown = { reference: null, mayBeStored: true };
const stored: LastKnown = { reference: FIRST, mayBeStored: false };
const confirmingNext: LastKnown = { reference: FIRST, mayBeStored: true };

const gone = (code: string, reference: string | null = null, status = 410) =>
  new Problem(status, 'Tekst van de server.', null, code, reference);

const UNKNOWN = 'Wij weten niet of uw klacht is bewaard. Bel de gemeente, of probeer het opnieuw.';
const NEXT_UNKNOWN = UNKNOWN.replace('uw klacht', 'uw volgende klacht');
const STORED = `Uw klacht is bewaard. Uw kenmerk is ${FIRST}.`;
const CLOSED = texts.ended.closed;

test.each<[string, LastKnown, Problem | null, string]>([
  ['nothing sent, no answer', nothing, null, texts.ended.expired],
  ['nothing sent, the server answers', nothing, gone('expired'), 'Tekst van de server.'],
  ['nothing sent, unknown conversation', nothing, gone('no_token', null, 401), 'Tekst van de server.'],
  ['confirming, no answer', confirming, null, `${CLOSED} ${UNKNOWN}`],
  ['confirming, unknown conversation', confirming, gone('no_token', null, 401), `${CLOSED} ${UNKNOWN}`],
  ['confirming, the server does not know', confirming, gone('unknown'), `${CLOSED} ${UNKNOWN}`],
  ['confirming, the server knows it came too late', confirming, gone('expired'), 'Tekst van de server.'],
  [
    'confirming, the server knows the reference',
    confirming,
    gone('submitted', FIRST),
    `Tekst van de server. Uw kenmerk: ${FIRST}.`,
  ],
  ['stored, no answer', stored, null, `${CLOSED} ${STORED}`],
  ['stored, the server does not know', stored, gone('no_token', null, 401), `${CLOSED} ${STORED}`],
  [
    'stored, the server says so',
    stored,
    gone('submitted', FIRST),
    `Tekst van de server. Uw kenmerk: ${FIRST}.`,
  ],
  ['confirming a second, no answer', confirmingNext, null, `${CLOSED} ${STORED} ${NEXT_UNKNOWN}`],
  [
    'confirming a second, the server knows the first',
    confirmingNext,
    gone('submitted', FIRST),
    `${CLOSED} ${STORED} ${NEXT_UNKNOWN}`,
  ],
  [
    'confirming a second, the server knows it',
    confirmingNext,
    gone('submitted', SECOND),
    `Tekst van de server. Uw kenmerk: ${SECOND}.`,
  ],
])('expiryText: %s', (_, known, problem, expected) => {
  expect(expiryText(known, problem)).toBe(expected);
});

test('expiryText does not repeat a reference that the server names itself', () => {
  const problem = new Problem(410, `Bewaard onder ${FIRST}.`, null, 'submitted', FIRST);
  expect(expiryText(nothing, problem)).toBe(`Bewaard onder ${FIRST}.`);
});

test.each<[string, LastKnown, Problem | null, string]>([
  ['nothing sent', nothing, null, texts.ended.wiped],
  ['stored', stored, null, `${texts.ended.wiped} ${STORED}`],
  ['confirming', confirming, null, `${texts.ended.wiped} ${UNKNOWN}`],
  ['the server tells of it', nothing, gone('submitted', FIRST), `${texts.ended.wiped} ${STORED}`],
])('wipedText: %s', (_, known, problem, expected) => {
  expect(wipedText(known, problem)).toBe(expected);
});

test.each<[string, LastKnown, State['status'], string]>([
  ['nothing sent', nothing, 'open', texts.wipeText],
  ['stored', stored, 'submitted', texts.wipeSubmittedText],
  ['a second complaint', stored, 'open', texts.wipeNextText],
  ['confirming', confirming, 'open', texts.wipeUnsureText],
])('wipeWarning: %s', (_, known, status, expected) => {
  expect(wipeWarning(known, createState({ status }))).toBe(expected);
});
