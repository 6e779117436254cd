/** The conversation so far: a list that only grows, so that a screen reader hears each message once. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Entry } from '../entries';
import type { Button, Link } from '../protocol';
import { foldSummary } from '../summary';
import { texts } from '../texts';
import { icons } from './icons';
import { unbroken } from './unbroken';

const WEB = /^https?:$/;
const KNOWN = /^(https?|tel|mailto):$/;

export function messageList(entries: readonly Entry[], isReplay: boolean, isStuck: boolean): TemplateResult {
  return html`
    <div role="log" aria-label=${texts.log} aria-live=${isReplay ? 'off' : 'polite'}>
      <ol class="messages" role="list">
        ${repeat(
          entries,
          (entry) => entry.key,
          (entry) => message(entry, isStuck && entry.id === null),
        )}
      </ol>
    </div>
  `;
}

function message(entry: Entry, isStuck: boolean): TemplateResult {
  const speaker = entry.from === 'bot' ? texts.bot : texts.citizen;
  return html`
    <li class="message ${entry.from}">
      <span class="visually-hidden">${speaker}:</span>
      ${words(entry)}
      ${links(entry.links)}${isStuck ? html`<span class="under-way">${texts.notSent}</span>` : nothing}
    </li>
  `;
}

/** What was said; the assistant's summary is folded up, because the card below shows it better. */
function words({ from, text }: Entry): TemplateResult {
  const folded = from === 'bot' ? foldSummary(text) : null;
  if (!folded) return html`<p>${unbroken(text)}</p>`;
  return html`
    <p>${folded.before}</p>
    <details>
      <summary>${texts.inText}</summary>
      <p>${folded.summary}</p>
    </details>
    <p>${folded.after}</p>
  `;
}

function links(all: readonly Link[]): TemplateResult | typeof nothing {
  const safe = all.filter((link) => KNOWN.test(protocolOf(link.url)));
  if (!safe.length) return nothing;
  return html`<ul class="links" role="list">
    ${safe.map((link) => html`<li>${anchor(link)}</li>`)}
  </ul>`;
}

function anchor({ url, title }: Link): TemplateResult {
  if (!WEB.test(protocolOf(url))) return html`<a href=${url}>${title}</a>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer"
    ><span>${title} <span class="visually-hidden">${texts.newTab}</span></span
    >${icons.newTab}</a
  >`;
}

/** The scheme of an address; empty when it is no address, so that it is left out. */
function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

export function typingDots(): TemplateResult {
  return html`<div class="message bot typing" aria-hidden="true"><i></i><i></i><i></i></div>`;
}

/** The buttons to answer with; when something is to be confirmed, the first one stands out. */
export function choices(
  buttons: readonly Button[],
  firstStandsOut: boolean,
  press: (button: Button, event: Event) => void,
): TemplateResult | typeof nothing {
  if (!buttons.length) return nothing;
  const look = (index: number) => (firstStandsOut && index === 0 ? 'primary' : 'secondary');
  return html`
    <div class="buttons" role="group" aria-label=${texts.choices}>
      ${repeat(
        buttons,
        (button) => button.id,
        (button, index) =>
          html`<button type="button" class=${look(index)} @click=${(event: Event) => press(button, event)}>
            ${button.title}
          </button>`,
      )}
    </div>
  `;
}
