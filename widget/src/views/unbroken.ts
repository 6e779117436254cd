/** Keeps a reference on one line, so that nobody copies half of it. */
import { html, type TemplateResult } from 'lit';

const REFERENCE = /\b([A-Z]{1,4}-\d{4}-[A-Z0-9]{6})\b/;

/** The text, with each reference kept on one line where it fits. */
export function unbroken(text: string): (string | TemplateResult)[] {
  return text
    .split(REFERENCE)
    .map((part, index) => (index % 2 ? html`<span class="unbroken">${part}</span>` : part));
}
