/** The cards below the conversation: a notice, the receipt, the end. */
import { html, nothing, type TemplateResult } from 'lit';
import type { State } from '../protocol';
import { dateInWords } from '../summary';
import { receiptTitle, texts } from '../texts';
import { icons } from './icons';
import { unbroken } from './unbroken';

export function noticeCard(text: string, retry: () => void): TemplateResult {
  return html`
    <div class="card notice">
      <p>${text}</p>
      <div class="buttons">
        <button type="button" class="secondary" @click=${retry}>${texts.retry}</button>
      </div>
    </div>
  `;
}

export interface ReceiptActions {
  save(): void;
  print(): void;
  wipe(): void;
}

export function receiptCard(state: State, note: string, actions: ReceiptActions): TemplateResult {
  return html`
    <section class="card receipt" aria-labelledby="receipt-title">
      <h3 id="receipt-title">${icons.check}${receiptTitle(state)}</h3>
      ${receipt(state, note, actions)}
    </section>
  `;
}

/** The receipt of the complaint before the one that is told now. */
export function earlierReceipt(state: State, note: string, actions: ReceiptActions): TemplateResult {
  return html`
    <details class="card receipt">
      <summary>${texts.earlier}</summary>
      ${receipt(state, note, actions)}
    </details>
  `;
}

function receipt(state: State, note: string, actions: ReceiptActions): TemplateResult {
  return html`
    <dl>
      ${fact(texts.reference, state.reference, 'reference')}
      ${fact(texts.due, state.due && dateInWords(state.due))}
      ${fact(texts.latest, state.latest && dateInWords(state.latest))}
    </dl>
    <div class="buttons">
      <button type="button" class="primary" @click=${actions.save}>${texts.download}</button>
      <button type="button" class="secondary" @click=${actions.print}>
        ${texts.print} <span class="visually-hidden">${texts.newTab}</span>
      </button>
      <button type="button" class="secondary" @click=${actions.wipe}>${texts.wipe}</button>
    </div>
    ${note ? html`<p>${note}</p>` : nothing}
  `;
}

function fact(name: string, value: string | null | undefined, look = ''): TemplateResult | typeof nothing {
  if (!value) return nothing;
  return html`<div>
    <dt>${name}</dt>
    <dd class=${look}>${value}</dd>
  </div>`;
}

export function endCard(text: string, restart: () => void): TemplateResult {
  return html`
    <div class="card">
      <p id="last-words">${unbroken(text)}</p>
      <div class="buttons">
        <button type="button" class="primary restart" aria-describedby="last-words" @click=${restart}>
          ${texts.restart}
        </button>
      </div>
    </div>
  `;
}
