/** The <klachtbalie-chat> element: joins the conversation, the views, the focus and the page around it. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from './announcer';
import { Conversation, type Ending } from './conversation';
import { save, show } from './copy';
import { HttpTransport } from './http-transport';
import { FULL_SCREEN, fitPanel, scrollToNews, syncPanel, syncQuestion } from './layers';
import { News } from './news';
import type { Button, Question, Transport } from './protocol';
import { styles } from './styles';
import { changeButton, questions } from './summary';
import { fieldTexts, texts } from './texts';
import { bar, facts } from './views/bar';
import { endCard, noticeCard, receiptCard } from './views/cards';
import { composer } from './views/composer';
import { icons } from './views/icons';
import { choices, messageList, typingDots } from './views/messages';
import { clockQuestion, wipeQuestion } from './views/questions';
import { summaryCard } from './views/summary-card';

export class KlachtbalieChat extends LitElement {
  static override styles = styles;
  static override properties = {
    gateway: { type: String },
    theme: { type: String, reflect: true },
    open: { type: Boolean, reflect: true },
  };

  /** Where the script came from: the gateway, unless the page names another. */
  static home = '';

  declare gateway: string;
  declare theme: string;
  declare open: boolean;
  /** Replaces HTTP; set it before the element is put on the page. */
  transport: Transport | null = null;

  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #news = new News(this.#announcer, () => this.requestUpdate());
  readonly #fullScreen = matchMedia(FULL_SCREEN);
  readonly #touch = matchMedia('(pointer: coarse)');
  #conversation!: Conversation;
  #returnFocusTo: HTMLElement | null = null;
  #isAskingToWipe = false;
  #wipeFailed = false;
  #copyNotice = '';
  #shown = 0;

  constructor() {
    super();
    this.gateway = '';
    this.theme = '';
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#conversation = this.#newConversation();
    if (this.#conversation.isResumable && !this.#fullScreen.matches) this.open = true;
    if (this.open || this.#conversation.isResumable) void this.#conversation.begin();
    this.#fullScreen.addEventListener('change', this.#render);
    document.addEventListener('visibilitychange', this.#wake);
    addEventListener('online', this.#reconnect);
    visualViewport?.addEventListener('resize', this.#fit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#conversation.pause();
    this.#news.stop();
    this.#fullScreen.removeEventListener('change', this.#render);
    document.removeEventListener('visibilitychange', this.#wake);
    removeEventListener('online', this.#reconnect);
    visualViewport?.removeEventListener('resize', this.#fit);
  }

  #newConversation(): Conversation {
    const gateway = (this.gateway || KlachtbalieChat.home).replace(/\/+$/, '');
    return new Conversation(this.transport ?? new HttpTransport(gateway), {
      onChange: this.#render,
      onStart: () => this.#tell('started'),
      onSubmit: () => this.#tell('submitted'),
      onEnd: (reason) => this.#onEnd(reason),
    });
  }

  /** Tell the page what happened, never what was said. */
  #tell(event: string, detail?: { reason: Ending }): void {
    this.dispatchEvent(new CustomEvent(`klachtbalie-${event}`, { bubbles: true, composed: true, detail }));
  }

  #onEnd(reason: Ending): void {
    this.#isAskingToWipe = false;
    this.#copyNotice = '';
    this.#tell('ended', { reason });
  }

  readonly #render = (): void => {
    this.#news.follow(this.#conversation);
    this.requestUpdate();
  };

  readonly #wake = (): void => {
    if (document.visibilityState === 'visible') void this.#conversation.refresh();
  };

  readonly #reconnect = (): void => void this.#conversation.retry();
  readonly #fit = (): void => fitPanel(this.#find('.panel'));

  #find<T extends HTMLElement>(selector: string): T {
    return this.renderRoot.querySelector<T>(selector)!;
  }

  // What the citizen does.

  readonly #launch = (): void => {
    this.open = true;
  };

  readonly #close = (): void => {
    this.open = false;
  };

  readonly #onPanelKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) this.#close();
  };

  readonly #onPanelCancel = (event: Event): void => {
    event.preventDefault();
    this.#close();
  };

  readonly #type = (text: string): void => {
    this.#news.count(this.#conversation.draft.length, text.length);
    this.#conversation.type(text);
  };

  readonly #send = (): void => {
    if (this.#conversation.isSending) this.#announcer.say(texts.waiting);
    else this.#conversation.say(this.#conversation.draft);
    this.#find('textarea')?.focus();
  };

  readonly #press = (button: Button, event: Event): void => {
    this.#conversation.press(button);
    this.#focusAfterPress(event);
  };

  readonly #change = (field: Question, event: Event): void => {
    const offered = changeButton(field, this.#conversation.buttons);
    if (offered) this.#conversation.press(offered);
    else this.#conversation.say(fieldTexts[field].change);
    this.#focusAfterPress(event);
  };

  /** The pressed button vanishes: go on in the text field, but do not call up an on-screen keyboard. */
  #focusAfterPress(event: Event): void {
    const byKeyboard = (event as MouseEvent).detail === 0;
    this.#find(byKeyboard || !this.#touch.matches ? 'textarea' : '.scroller').focus();
  }

  readonly #retry = (): void => {
    void this.#conversation.retry();
    this.#find('.scroller').focus();
  };

  readonly #restart = async (): Promise<void> => {
    await this.#conversation.restart();
    await this.updateComplete;
    this.#find('#title').focus();
  };

  readonly #askToWipe = (): void => {
    this.#wipeFailed = false;
    this.#isAskingToWipe = true;
    this.requestUpdate();
  };

  readonly #cancelWipe = (): void => {
    this.#isAskingToWipe = false;
    this.requestUpdate();
  };

  readonly #wipe = async (): Promise<void> => {
    this.#wipeFailed = !(await this.#conversation.wipe());
    this.requestUpdate();
  };

  readonly #saveCopy = async (): Promise<void> => {
    const copy =
      (await this.#conversation.copy('application/pdf')) ?? (await this.#conversation.copy('text/html'));
    if (copy) save(copy, this.#conversation.state?.reference ?? null);
    this.#noteCopy(copy ? texts.copySaved : texts.copyFailed);
  };

  readonly #showCopy = async (): Promise<void> => {
    const tab = open('', '_blank');
    const copy = await this.#conversation.copy('text/html');
    if (copy && tab) show(copy, tab);
    else tab?.close();
    this.#noteCopy(copy && tab ? '' : texts.copyFailed);
  };

  #noteCopy(text: string): void {
    this.#copyNotice = text;
    this.requestUpdate();
  }

  // What the screen shows.

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.#returnFocusTo =
      document.activeElement === this ? null : (document.activeElement as HTMLElement | null);
    void (this.#conversation.phase === 'idle' && this.#conversation.begin());
  }

  protected override render(): TemplateResult {
    const chat = this.#conversation;
    return html`
      <div lang="nl">
        <button
          type="button"
          class="primary launcher"
          aria-haspopup="dialog"
          ?hidden=${this.open}
          @click=${this.#launch}
        >
          ${icons.chat}${chat.phase === 'open' ? texts.resume : texts.launch}
        </button>
        <dialog
          class="panel"
          aria-labelledby="title"
          @keydown=${this.#onPanelKey}
          @cancel=${this.#onPanelCancel}
        >
          ${bar(chat.phase === 'open', { wipe: this.#askToWipe, close: this.#close })}
          ${chat.state ? facts(chat.state.asking, chat.clock.secondsLeft) : nothing}
          <div class="scroller" tabindex="0" role="region" aria-label=${texts.log}>${this.#scroll()}</div>
          ${chat.phase === 'open' ? this.#composer() : nothing}
          <p class="visually-hidden" role="status">${this.#announcer.text}</p>
        </dialog>
        ${this.#questions()}
      </div>
    `;
  }

  #scroll(): TemplateResult {
    const chat = this.#conversation;
    const isChecking = chat.state?.asking === 'confirmation';
    const offered = isChecking ? this.#otherButtons() : chat.buttons;
    return html`
      ${messageList(chat.entries, chat.isReplay, chat.notice !== null)}
      ${chat.state?.status === 'submitted' ? this.#receipt() : nothing}
      ${isChecking && !chat.isSending ? summaryCard(chat.state!.complaint, this.#change) : nothing}
      ${choices(offered, this.#press)} ${this.#news.isTyping ? typingDots() : nothing}
      ${chat.notice ? noticeCard(chat.notice, this.#retry) : nothing}
      ${chat.ending ? endCard(chat.ending.text, this.#restart) : nothing}
    `;
  }

  /** The bot's buttons that do not stand in the summary already. */
  #otherButtons(): Button[] {
    const { buttons } = this.#conversation;
    const inSummary = questions.map((field) => changeButton(field, buttons));
    return buttons.filter((button) => !inSummary.includes(button));
  }

  #receipt(): TemplateResult {
    const actions = { save: this.#saveCopy, print: this.#showCopy, wipe: this.#askToWipe };
    return receiptCard(this.#conversation.state?.reference ?? null, this.#copyNotice, actions);
  }

  #composer(): TemplateResult {
    const chat = this.#conversation;
    return composer({
      draft: chat.draft,
      error: chat.fieldError,
      asking: chat.state?.asking ?? null,
      isSending: chat.isSending,
      sendsOnEnter: !this.#touch.matches,
      type: this.#type,
      send: this.#send,
    });
  }

  #questions(): TemplateResult {
    const chat = this.#conversation;
    return html`
      ${clockQuestion({
        secondsLeft: chat.clock.secondsLeft,
        hasFailed: chat.extendFailed,
        extend: () => void chat.extend(),
        wipe: this.#wipe,
      })}
      ${wipeQuestion({
        isSubmitted: chat.state?.status === 'submitted',
        hasFailed: this.#wipeFailed,
        wipe: this.#wipe,
        cancel: this.#cancelWipe,
      })}
    `;
  }

  protected override firstUpdated(): void {
    fitPanel(this.#find('.panel'));
  }

  protected override updated(changed: PropertyValues<this>): void {
    const chat = this.#conversation;
    const hadFocus = this.matches(':focus-within');
    syncPanel(this.#find('.panel'), this.open, this.#fullScreen.matches);
    syncQuestion(this.#find('.wiping'), this.#isAskingToWipe);
    syncQuestion(this.#find('.clock'), chat.phase === 'open' && chat.clock.phase === 'warning');
    if (changed.has('open') && changed.get('open') !== undefined) this.#moveFocus();
    if (chat.ending && hadFocus) this.#find('.restart').focus();
    this.#scrollToNews();
  }

  /** Opened: to the heading. Closed: back to where the citizen came from. */
  #moveFocus(): void {
    const back = this.#returnFocusTo?.isConnected ? this.#returnFocusTo : this.#find('.launcher');
    (this.open ? this.#find('#title') : back).focus();
    this.#tell(this.open ? 'open' : 'close');
  }

  #scrollToNews(): void {
    const all = this.renderRoot.querySelectorAll<HTMLElement>('.messages > li');
    const firstNew = all[Math.min(this.#shown, all.length - 1)];
    const isSame = all.length === this.#shown;
    this.#shown = all.length;
    if (firstNew && !isSame && this.open)
      scrollToNews(this.#find('.panel'), this.#find('.scroller'), firstNew);
  }
}
