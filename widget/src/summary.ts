/** The complaint as the citizen checks it: one row per question, in the order they were asked. */
import type { Button, Complaint, Progress, Question, State } from './protocol';
import { fieldTexts, texts } from './texts';

export const questions: readonly Question[] = [
  'what',
  'when',
  'where',
  'about',
  'name',
  'address',
  'phone',
  'email',
];

const DAY = { dateStyle: 'long' } as const;

export interface Row {
  field: Question;
  label: string;
  /** Empty when the question was skipped. */
  value: string;
}

export function rows(complaint: Complaint): Row[] {
  return questions.map((field) => ({
    field,
    label: fieldTexts[field].label,
    value: readers[field](complaint),
  }));
}

/** Which question this is, as the server counts; null when none of the eight is asked now. */
export function progress({ asking, progress: counted = null }: State): Progress | null {
  return questions.includes(asking as Question) ? counted : null;
}

/** The bot's own button for changing a field, if it offered one: it bears the field's name. */
export function changeButton(field: Question, buttons: readonly Button[]): Button | undefined {
  return buttons.find((button) => button.title === fieldTexts[field].label);
}

const readers: Record<Question, (complaint: Complaint) => string> = {
  what: (complaint) => complaint.what ?? '',
  when: period,
  where: (complaint) => complaint.where ?? '',
  about: (complaint) => complaint.about ?? '',
  name: person,
  address: (complaint) => complaint.address ?? postalAddress(complaint),
  phone: (complaint) => phoneAsWritten(complaint.phone ?? ''),
  email: (complaint) => complaint.email ?? '',
};

function person({ name, on_behalf_of }: Complaint): string {
  if (!name) return '';
  return on_behalf_of ? `${name} (${texts.onBehalfOf} ${on_behalf_of})` : name;
}

function postalAddress({ street, house_number, addition, postcode, city }: Complaint): string {
  const line = words(street, words(house_number, addition));
  const place = words(postcode?.replace(/^(\d{4})\s*([A-Z]{2})$/i, '$1 $2'), city);
  return [line, place].filter(Boolean).join(', ');
}

function period(complaint: Complaint): string {
  const { when_from, when_to, when_time, when_text } = complaint;
  if (!when_from) return when_text ?? '';
  const days = daysInWords(when_from, when_to ?? null);
  const read = when_time ? `${days}, rond ${when_time.replace(':', '.')} uur` : days;
  return when_text ? `${read}\n${texts.wrote} “${when_text}”` : read;
}

const mobile = /^\+31(6)([1-57-9]\d{7})$/;
const shortAreaCode = /^\+31(1[035]|2[0346]|3[03568]|4[0356]|5[0358]|66|7\d|8[458])(\d{3})(\d{4})$/;
const longAreaCode = /^\+31(\d{3})(\d{3})(\d{3})$/;

/** A Dutch number as in the copy, without its country: nobody knows their own with +31 in front. */
function phoneAsWritten(phone: string): string {
  const parts = [mobile, shortAreaCode, longAreaCode].map((form) => form.exec(phone)).find(Boolean);
  return parts ? `0${parts.slice(1).join(' ')}` : phone.replace(/^\+31/, '0');
}

/** The assistant's own summary within its question, apart from the words around it; null in any other message. */
export function foldSummary(text: string): { before: string; summary: string; after: string } | null {
  const start = text.indexOf(`\n\n${fieldTexts.what.label}: `);
  const end = text.lastIndexOf('\n\n');
  if (start < 0 || end === start) return null;
  return {
    before: text.slice(0, start),
    summary: text.slice(start, end).trim(),
    after: text.slice(end).trim(),
  };
}

/** The days as the assistant says them; *last* is null while it goes on. */
function daysInWords(first: string, last: string | null): string {
  if (!last) return `${texts.since} ${written(first, DAY)}`;
  if (first === last) return dateInWords(first);
  const [year, month] = [4, 7].map((length) => first.slice(0, length) === last.slice(0, length));
  const shared = month ? { day: 'numeric' as const } : { day: 'numeric' as const, month: 'long' as const };
  return `${texts.from} ${written(first, year ? shared : DAY)} ${texts.upTo} ${written(last, DAY)}`;
}

/** A date as people say it: "dinsdag 10 november 2026". */
export function dateInWords(isoDate: string): string {
  return written(isoDate, { dateStyle: 'full' });
}

function written(isoDate: string, style: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${isoDate}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return isoDate;
  return new Intl.DateTimeFormat('nl-NL', { ...style, timeZone: 'UTC' }).format(date);
}

function words(...parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
