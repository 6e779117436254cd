/** The text field and its button, fitted to what is asked. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { MAX_LENGTH } from '../conversation';
import type { Asking } from '../protocol';
import { charactersText, texts } from '../texts';

/** From here on the citizen sees how many characters are left. */
export const COUNT_FROM = MAX_LENGTH - 1000;

export interface Composer {
  draft: string;
  error: string | null;
  asking: Asking;
  isSending: boolean;
  /** On a touch screen Enter begins a new line. */
  sendsOnEnter: boolean;
  type(text: string): void;
  send(): void;
  /** What stands below the field besides. */
  extra: TemplateResult | typeof nothing;
}

const autocomplete: Partial<Record<string, string>> = {
  name: 'name',
  address: 'street-address',
  phone: 'tel',
  email: 'email',
};

const inputmode: Partial<Record<string, string>> = { phone: 'tel', email: 'email' };

export function composer(field: Composer): TemplateResult {
  return html`
    <form class="composer" @submit=${submit(field)}>
      <label for="text">${texts.label}</label>
      <textarea
        id="text"
        rows="1"
        .value=${live(field.draft)}
        autocomplete=${autocomplete[field.asking ?? ''] ?? 'off'}
        inputmode=${inputmode[field.asking ?? ''] ?? 'text'}
        enterkeyhint=${field.sendsOnEnter ? 'send' : 'enter'}
        aria-describedby="text-error text-count text-hint"
        aria-invalid=${field.error ? 'true' : nothing}
        @input=${(event: Event) => field.type((event.target as HTMLTextAreaElement).value)}
        @keydown=${enter(field)}
      ></textarea>
      <button type="submit" class="primary" aria-disabled=${field.isSending ? 'true' : nothing}>
        ${texts.send}
      </button>
      <p id="text-error" class="error" role="alert">${field.error ?? ''}</p>
      <p id="text-count" class="count">${count(field.draft)}</p>
      <p id="text-hint" class="hint">${field.sendsOnEnter ? texts.hint : ''}</p>
      ${field.extra}
    </form>
  `;
}

function count(draft: string): string {
  return draft.length < COUNT_FROM ? '' : charactersText(MAX_LENGTH - draft.length);
}

function submit(field: Composer) {
  return (event: Event) => {
    event.preventDefault();
    field.send();
  };
}

function enter(field: Composer) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !field.sendsOnEnter) return;
    event.preventDefault();
    field.send();
  };
}
