/** The complaint as rows, and the number of the question. */
import { expect, test } from 'vitest';
import { changeButton, progress, rows } from '../../src/summary';
import type { Asking, Complaint, Question } from '../../src/protocol';

const valueOf = (field: Question, complaint: Complaint) =>
  rows(complaint).find((row) => row.field === field)!.value;

test('rows lists the eight questions in the order they are asked', () => {
  const fields = rows({}).map((row) => row.field);
  expect(fields).toEqual(['what', 'when', 'where', 'about', 'name', 'address', 'phone', 'email']);
  expect(rows({}).every((row) => row.value === '')).toBe(true);
});

test.each<[string, Complaint, string]>([
  ['day', { when_from: '2026-11-10' }, 'dinsdag 10 november 2026'],
  ['same day twice', { when_from: '2026-11-10', when_to: '2026-11-10' }, 'dinsdag 10 november 2026'],
  ['time', { when_from: '2026-11-10', when_time: '14:30' }, 'dinsdag 10 november 2026, 14:30'],
  [
    'period',
    { when_from: '2026-03-01', when_to: '2026-03-10', when_text: 'begin maart' },
    'zondag 1 maart 2026 tot en met dinsdag 10 maart 2026\nU schreef: “begin maart”',
  ],
  ['own words only', { when_text: 'ergens vorig jaar' }, 'ergens vorig jaar'],
  ['unreadable date', { when_from: 'onbekend' }, 'onbekend'],
])('rows shows when: %s', (_, complaint, expected) => {
  expect(valueOf('when', complaint)).toBe(expected);
});

test.each<[string, Complaint, string]>([
  [
    'whole',
    { street: 'Dorpsstraat', house_number: '3', addition: 'a', postcode: '1315KR', city: 'Almere' },
    'Dorpsstraat 3 a\n1315 KR Almere',
  ],
  ['part', { postcode: '1315KR' }, '1315 KR'],
  ['none', {}, ''],
])('rows shows the address: %s', (_, complaint, expected) => {
  expect(valueOf('address', complaint)).toBe(expected);
});

test('rows names the one on whose behalf', () => {
  expect(valueOf('name', { name: 'Anna', on_behalf_of: 'haar moeder' })).toBe('Anna, namens haar moeder');
});

test.each<[Asking, number | null]>([
  ['what', 1],
  ['where', 3],
  ['email', 8],
  ['confirmation', null],
  ['clarification', null],
  [null, null],
])('progress of %s is %s', (asking, expected) => {
  expect(progress(asking)?.number ?? null).toBe(expected);
});

test.each<[string, Question, string | undefined]>([
  ['by id', 'phone', 'change_phone'],
  ['by title', 'name', 'x7'],
  ['not offered', 'email', undefined],
])('changeButton finds the button %s', (_, field, expected) => {
  const buttons = [
    { id: 'submit', title: 'Ja, dien in' },
    { id: 'change_phone', title: 'Nummer wijzigen' },
    { id: 'x7', title: 'Naam wijzigen' },
  ];
  expect(changeButton(field, buttons)?.id).toBe(expected);
});
