/** The two native dialogs: whether the citizen is still there, and whether to wipe everything. */
import { html, nothing, type TemplateResult } from 'lit';
import { texts, timeLeftText } from '../texts';

export interface ClockQuestion {
  secondsLeft: number;
  isSubmitted: boolean;
  hasFailed: boolean;
  extend(): void;
}

export function clockQuestion(view: ClockQuestion): TemplateResult {
  const { secondsLeft, isSubmitted, hasFailed, extend } = view;
  return html`
    <dialog
      class="question clock"
      role="alertdialog"
      aria-labelledby="clock-title"
      aria-describedby="clock-left clock-text"
      @cancel=${prevented(extend)}
    >
      <h2 id="clock-title">${texts.clockTitle}</h2>
      <p id="clock-left" class="visually-hidden">${timeLeftText(secondsLeft)}.</p>
      <p id="clock-text">${isSubmitted ? texts.clockSubmittedText : texts.clockText}</p>
      <p class="countdown" aria-hidden="true">${texts.clockLeft} ${minutesAndSeconds(secondsLeft)}</p>
      <p class="visually-hidden" role="status">${secondsLeft <= 30 ? texts.clockSoon : ''}</p>
      <p class="error" role="alert">${hasFailed ? texts.clockFailed : ''}</p>
      <div class="buttons">
        <button type="button" class="primary" autofocus @click=${extend}>${texts.clockExtend}</button>
      </div>
    </dialog>
  `;
}

export interface WipeQuestion {
  /** What goes and what stays. */
  text: string;
  hasFailed: boolean;
  wipe(): void;
  cancel(): void;
}

export function wipeQuestion({ text, hasFailed, wipe, cancel }: WipeQuestion): TemplateResult {
  return html`
    <dialog
      class="question wiping"
      aria-labelledby="wipe-title"
      aria-describedby="wipe-text"
      @cancel=${prevented(cancel)}
    >
      <h2 id="wipe-title">${texts.wipeTitle}</h2>
      <p id="wipe-text">${text}</p>
      <p class="error" role="alert">${hasFailed ? texts.wipeFailed : nothing}</p>
      <div class="buttons">
        <button type="button" class="primary" @click=${wipe}>${texts.wipe}</button>
        <button type="button" class="secondary" autofocus @click=${cancel}>${texts.wipeCancel}</button>
      </div>
    </dialog>
  `;
}

/** Esc is an answer too; what happens to the dialog is decided by the element. */
function prevented(answer: () => void) {
  return (event: Event) => {
    event.preventDefault();
    answer();
  };
}

export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
