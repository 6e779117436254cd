/** What the widget makes of what the assistant really says; Python records it and proves that it is current. */
import { expect, test } from 'vitest';
import { changeButton, foldSummary, questions, rows } from '../../src/summary';
import { fieldTexts } from '../../src/texts';
import type { Complaint, Question } from '../../src/protocol';
import assistant from '../recorded/assistant.json';

test('each field has the name that the assistant gives it', () => {
  const labels = Object.fromEntries(questions.map((field) => [field, fieldTexts[field].label]));
  expect(labels).toEqual(assistant.labels);
});

test('foldSummary parts the summary of the assistant from its question', () => {
  expect(foldSummary(assistant.confirmation)?.summary).toBe(assistant.summary);
});

test('changeButton finds a button for each question among those of the assistant', () => {
  const buttons = assistant.change_buttons.map((title, place) => ({ id: `0-20-${place}`, title }));
  expect(questions.map((question) => changeButton(question, buttons)?.id)).toEqual(
    questions.map((_, place) => `0-20-${place}`),
  );
});

test('changeButton finds none at the summary itself', () => {
  const buttons = assistant.confirm_buttons.map((title, place) => ({ id: `0-20-${place}`, title }));
  expect(questions.map((question) => changeButton(question, buttons)).filter(Boolean)).toEqual([]);
});

test.each(assistant.wording)('$field is worded as the assistant does: $shown', ({ field, told, shown }) => {
  const row = rows(told as Complaint).find((each) => each.field === (field as Question));
  expect(row?.value).toBe(shown);
});
