/** The top of the panel: the name, the buttons, how far we are and how long the chat stays open. */
import { html, nothing, type TemplateResult } from 'lit';
import type { State } from '../protocol';
import { progress } from '../summary';
import { progressText, texts, timeLeftText } from '../texts';
import { icons } from './icons';

export interface BarActions {
  wipe(): void;
  close(): void;
}

export function bar(canWipe: boolean, actions: BarActions): TemplateResult {
  return html`
    <div class="bar">
      <div class="bar-text">
        <h2 id="title" tabindex="-1">${texts.title}</h2>
        <p>${texts.subtitle}</p>
      </div>
      ${canWipe ? barButton(texts.wipe, icons.wipe, actions.wipe) : nothing}
      ${barButton(texts.close, icons.close, actions.close)}
    </div>
  `;
}

function barButton(name: string, icon: TemplateResult, act: () => void): TemplateResult {
  return html`<button type="button" aria-label=${name} title=${name} @click=${act}>${icon}</button>`;
}

export function facts(state: State, secondsLeft: number | null): TemplateResult | typeof nothing {
  const step = progress(state);
  if (!step && secondsLeft === null) return nothing;
  return html`
    <div class="facts">
      ${
        step
          ? html`<strong id="step">${progressText(step.number, step.of)}</strong>`
          : html`<strong>${state.asking === 'confirmation' ? texts.lastStep : ''}</strong>`
      }
      ${secondsLeft === null ? nothing : html`<span>${timeLeftText(secondsLeft)} ${texts.stillOpen}</span>`}
      ${step ? html`<progress aria-labelledby="step" max=${step.of} value=${step.number}></progress>` : nothing}
    </div>
  `;
}
