/** The whole of the chat: the button that opens it, the panel, and the two questions that may stand before it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Conversation } from '../conversation';
import { wipeWarning } from '../endings';
import { fileTexts } from '../file-texts';
import type { Button, Question, State } from '../protocol';
import { changeButton, questions } from '../summary';
import { texts } from '../texts';
import { bar, facts } from './bar';
import { endCard, noticeCard, earlierReceipt, receiptCard } from './cards';
import { composer } from './composer';
import { addButton, filesCard, type FileActions } from './files';
import { icons } from './icons';
import { choices, messageList, typingDots } from './messages';
import { clockQuestion, wipeQuestion } from './questions';
import { summaryCard } from './summary-card';

export interface ChatView {
  chat: Conversation;
  isOpen: boolean;
  isTyping: boolean;
  /** On a touch screen Enter begins a new line. */
  sendsOnEnter: boolean;
  /** What a screen reader says. */
  status: string;
  copyNotice: string;
  wipeFailed: boolean;
}

export interface ChatActions {
  launch(): void;
  close(): void;
  key(event: KeyboardEvent): void;
  type(text: string): void;
  send(): void;
  press(button: Button, event: Event): void;
  change(field: Question, event: Event): void;
  retry(): void;
  restart(): void;
  askToWipe(): void;
  cancelWipe(): void;
  wipe(): void;
  extend(): void;
  saveCopy(): void;
  showCopy(): void;
  files: FileActions;
}

export function chatView(view: ChatView, act: ChatActions): TemplateResult {
  return html`<div lang="nl">${launcher(view, act)} ${panel(view, act)} ${dialogs(view, act)}</div>`;
}

function launcher({ chat, isOpen }: ChatView, act: ChatActions): TemplateResult {
  return html`
    <button
      type="button"
      class="primary launcher"
      aria-haspopup="dialog"
      ?hidden=${isOpen}
      @click=${act.launch}
    >
      ${icons.chat}${chat.phase === 'open' ? texts.resume : texts.launch}
    </button>
  `;
}

function panel(view: ChatView, act: ChatActions): TemplateResult {
  const { chat, status } = view;
  const isOpen = chat.phase === 'open';
  return html`
    <dialog
      class="panel"
      aria-labelledby="title"
      @keydown=${act.key}
      @cancel=${cancelled(act.close)}
      @dragover=${act.files.dragOver}
      @dragleave=${act.files.dragLeave}
      @drop=${act.files.drop}
      data-drop=${fileTexts.drop}
    >
      ${bar(isOpen, { wipe: act.askToWipe, close: act.close })}
      ${chat.state ? facts(chat.state, chat.clock.secondsLeft) : nothing}
      <div class="scroller" tabindex="0" role="region" aria-label=${texts.log}>${said(view, act)}</div>
      ${isOpen ? field(view, act) : nothing}
      <p class="visually-hidden" role="status">${status}</p>
    </dialog>
  `;
}

function said(view: ChatView, act: ChatActions): TemplateResult {
  const { chat } = view;
  const isChecking = chat.state?.asking === 'confirmation';
  const offered = isChecking ? besideSummary(chat.buttons) : chat.buttons;
  return html`
    ${messageList(chat.entries, chat.isReplay, chat.notice !== null)}
    ${chat.state?.reference ? receipt(chat.state, view, act) : nothing}
    ${
      isChecking && !chat.isSending
        ? summaryCard(chat.state!.complaint, chat.evidence.files, act.change)
        : nothing
    }
    ${filesCard(chat.evidence, act.files)} ${choices(offered, isChecking, act.press)}
    ${view.isTyping ? typingDots() : nothing} ${chat.notice ? noticeCard(chat.notice, act.retry) : nothing}
    ${chat.ending ? endCard(chat.ending.text, act.restart) : nothing}
  `;
}

/** The bot's buttons that do not stand in the summary already. */
function besideSummary(buttons: Button[]): Button[] {
  const inSummary = questions.map((question) => changeButton(question, buttons));
  return buttons.filter((button) => !inSummary.includes(button));
}

function receipt(state: State, { copyNotice }: ChatView, act: ChatActions): TemplateResult {
  const actions = { save: act.saveCopy, print: act.showCopy, wipe: act.askToWipe };
  const card = state.status === 'submitted' ? receiptCard : earlierReceipt;
  return card(state, copyNotice, actions);
}

function field({ chat, sendsOnEnter }: ChatView, act: ChatActions): TemplateResult {
  return composer({
    draft: chat.draft,
    error: chat.fieldError,
    asking: chat.state?.asking ?? null,
    isSending: chat.isSending,
    sendsOnEnter,
    type: act.type,
    send: act.send,
    extra: chat.evidence.canAdd ? addButton(act.files) : nothing,
  });
}

function dialogs({ chat, wipeFailed }: ChatView, act: ChatActions): TemplateResult {
  const isSubmitted = chat.state?.status === 'submitted';
  return html`
    ${clockQuestion({
      isSubmitted,
      secondsLeft: chat.clock.secondsLeft,
      hasFailed: chat.extendFailed,
      extend: act.extend,
    })}
    ${wipeQuestion({
      text: wipeWarning(chat.known, chat.state),
      hasFailed: wipeFailed,
      wipe: act.wipe,
      cancel: act.cancelWipe,
    })}
  `;
}

/** Esc closes a modal panel; how is for the element to decide. */
function cancelled(close: () => void) {
  return (event: Event) => {
    event.preventDefault();
    close();
  };
}
