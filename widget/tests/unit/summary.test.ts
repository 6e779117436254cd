/** The complaint as rows, and the number of the question. */
import { expect, test } from 'vitest';
import { foldSummary, progress, rows } from '../../src/summary';
import type { Asking, Complaint, Progress, Question } from '../../src/protocol';
import { createState } from './builders';

const valueOf = (field: Question, complaint: Complaint) =>
  rows(complaint).find((row) => row.field === field)!.value;

test('rows lists the eight questions in the order they are asked', () => {
  const fields = rows({}).map((row) => row.field);
  expect(fields).toEqual(['what', 'when', 'where', 'about', 'name', 'address', 'phone', 'email']);
  expect(rows({}).every((row) => row.value === '')).toBe(true);
});

test.each<[string, Complaint, string]>([
  ['still going on', { when_from: '2026-11-10' }, 'sinds 10 november 2026'],
  ['day', { when_from: '2026-11-10', when_to: '2026-11-10' }, 'dinsdag 10 november 2026'],
  [
    'time',
    { when_from: '2026-11-10', when_to: '2026-11-10', when_time: '14:30' },
    'dinsdag 10 november 2026, rond 14.30 uur',
  ],
  [
    'period',
    { when_from: '2026-03-01', when_to: '2026-03-10', when_text: 'begin maart' },
    'van 1 tot en met 10 maart 2026\nU schreef: “begin maart”',
  ],
  ['own words only', { when_text: 'ergens vorig jaar' }, 'ergens vorig jaar'],
  ['unreadable date', { when_from: 'onbekend', when_to: 'onbekend' }, 'onbekend'],
])('rows shows when: %s', (_, complaint, expected) => {
  expect(valueOf('when', complaint)).toBe(expected);
});

test.each<[string, Complaint, string]>([
  [
    'whole',
    { street: 'Dorpsstraat', house_number: '3', addition: 'a', postcode: '1315KR', city: 'Almere' },
    'Dorpsstraat 3 a, 1315 KR Almere',
  ],
  ['part', { postcode: '1315KR' }, '1315 KR'],
  ['none', {}, ''],
])('rows shows the address: %s', (_, complaint, expected) => {
  expect(valueOf('address', complaint)).toBe(expected);
});

test.each([
  ['mobile', '+31612345678', '06 12345678'],
  ['Almere', '+31365312345', '036 531 2345'],
  ['Lelystad', '+31320123456', '0320 123 456'],
  ['company', '+31881234567', '088 123 4567'],
  ['short', '+318001234', '08001234'],
  ['abroad', '+32470123456', '+32470123456'],
])('rows shows the phone: %s', (_, phone, expected) => {
  expect(valueOf('phone', { phone })).toBe(expected);
});

test('foldSummary parts the summary from the words around it', () => {
  const summary = 'Wat er gebeurde: Hij lachte.\n\nEn liep weg.\nNaam: Anna';
  expect(foldSummary(`Dit heb ik opgeschreven:\n\n${summary}\n\nKlopt dit?`)).toEqual({
    before: 'Dit heb ik opgeschreven:',
    summary,
    after: 'Klopt dit?',
  });
});

test.each([
  ['a question', 'Wat is er gebeurd?'],
  ['two paragraphs', 'Dit vertelde u al:\n\nWanneer: gisteren\n\nZeg het als er iets niet klopt.'],
  ['a summary without a question', 'Dit heb ik:\n\nWat er gebeurde: Hij lachte.'],
])('foldSummary leaves %s alone', (_, text) => {
  expect(foldSummary(text)).toBeNull();
});

test('rows names the one on whose behalf', () => {
  expect(valueOf('name', { name: 'Anna', on_behalf_of: 'haar moeder' })).toBe('Anna (namens haar moeder)');
});

const THIRD = { number: 3, of: 8 };

test.each<[Asking, Progress | null, Progress | null]>([
  ['email', THIRD, THIRD],
  ['what', null, null],
  ['confirmation', THIRD, null],
  ['clarification', THIRD, null],
  [null, THIRD, null],
])('progress of %s is what the server counts: %j', (asking, counted, expected) => {
  expect(progress(createState({ asking, progress: counted }))).toEqual(expected);
});
