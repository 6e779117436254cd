/** The complaint to check before it is submitted, with a way to change each field. */
import { html, nothing, type TemplateResult } from 'lit';
import { fileTexts } from '../file-texts';
import type { AddedFile, Complaint, Question } from '../protocol';
import { rows, type Row } from '../summary';
import { texts } from '../texts';

const LONG = 300;

export function summaryCard(
  complaint: Complaint,
  files: readonly AddedFile[],
  change: (field: Question, event: Event) => void,
): TemplateResult {
  return html`
    <section class="card summary" aria-labelledby="summary-title">
      <h3 id="summary-title">${texts.summary}</h3>
      <dl>${rows(complaint).map((row) => field(row, change))} ${files.length ? evidence(files) : nothing}</dl>
    </section>
  `;
}

function field(row: Row, change: (field: Question, event: Event) => void): TemplateResult {
  const isLong = row.value.length > LONG;
  const look = isLong ? 'long' : row.value ? '' : 'empty';
  return html`
    <div>
      <dt>${row.label}</dt>
      <dd class=${look} tabindex=${isLong ? '0' : nothing}>${row.value || texts.skipped}</dd>
      <dd class="change">
        <button type="button" @click=${(event: Event) => change(row.field, event)}>
          ${texts.change}<span class="visually-hidden"> ${row.label.toLowerCase()}</span>
        </button>
      </dd>
    </div>
  `;
}

function evidence(files: readonly AddedFile[]): TemplateResult {
  return html`
    <div>
      <dt>${fileTexts.title}</dt>
      ${files.map((file) => html`<dd>${file.name}</dd>`)}
    </div>
  `;
}
