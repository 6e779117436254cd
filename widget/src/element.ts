/** The <klachtbalie-chat> element: joins the conversation, the views, the focus and the page around it. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from './announcer';
import { Conversation, type Ending } from './conversation';
import { saveCopy, showCopy } from './copy';
import { HttpTransport } from './http-transport';
import { FULL_SCREEN, fitPanel } from './layers';
import { News } from './news';
import type { Button, Question } from './protocol';
import { Screen } from './screen';
import { styles } from './styles';
import { changeButton, questions } from './summary';
import { fileTexts } from './file-texts';
import { fieldTexts, texts } from './texts';
import { bar, facts } from './views/bar';
import { endCard, noticeCard, receiptCard } from './views/cards';
import { composer } from './views/composer';
import { addButton, filesCard, type FileActions } from './views/files';
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

  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #news = new News(this.#announcer, () => this.requestUpdate());
  readonly #screen = new Screen(this, () => this.shadowRoot!);
  readonly #fullScreen = matchMedia(FULL_SCREEN);
  readonly #touch = matchMedia('(pointer: coarse)');
  #conversation!: Conversation;
  #isAskingToWipe = false;
  #wipeFailed = false;
  #copyNotice = '';

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
    addEventListener('beforeunload', this.#leave);
    visualViewport?.addEventListener('resize', this.#fit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#conversation.pause();
    this.#news.stop();
    this.#fullScreen.removeEventListener('change', this.#render);
    document.removeEventListener('visibilitychange', this.#wake);
    removeEventListener('online', this.#reconnect);
    removeEventListener('beforeunload', this.#leave);
    visualViewport?.removeEventListener('resize', this.#fit);
  }

  #newConversation(): Conversation {
    const gateway = (this.gateway || KlachtbalieChat.home).replace(/\/+$/, '');
    return new Conversation(new HttpTransport(gateway), {
      onChange: this.#render,
      onStart: () => this.#tell('started'),
      onSubmit: () => this.#tell('submitted'),
      onEnd: (reason) => this.#onEnd(reason),
      onNews: (text) => this.#announcer.say(text),
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

  /** What was typed is nowhere but here: let the browser ask before it is lost. */
  readonly #leave = (event: Event): void => {
    const { draft, isSending, evidence } = this.#conversation;
    if (draft || isSending || evidence.isBusy) event.preventDefault();
  };

  readonly #fit = (): void => fitPanel(this.#screen.find('.panel'));

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
    this.#screen.find('textarea').focus();
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
    this.#screen.find(byKeyboard || !this.#touch.matches ? 'textarea' : '.scroller').focus();
  }

  readonly #retry = (): void => {
    void this.#conversation.retry();
    this.#screen.find('.scroller').focus();
  };

  readonly #restart = async (): Promise<void> => {
    await this.#conversation.restart();
    await this.updateComplete;
    this.#screen.find('#title').focus();
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

  readonly #fileActions: FileActions = {
    pick: () => this.#screen.find('input[type=file]').click(),
    choose: (files) => void this.#addFiles(files),
    describe: (text) => void this.#answerPhoto(() => this.#conversation.evidence.describe(text)),
    skip: () => void this.#answerPhoto(() => this.#conversation.evidence.skip()),
    remove: async (file) => {
      await this.#conversation.evidence.remove(file);
      await this.updateComplete;
      this.#screen.find('.add-file').focus();
    },
  };

  async #addFiles(files: Iterable<File>): Promise<void> {
    this.#conversation.evidence.add(files);
    await this.updateComplete;
    (this.#screen.find('#alt-text') ?? this.#screen.find('.add-file')).focus();
  }

  /** The question about the photo vanishes: go on with the next photo, or where the citizen came from. */
  async #answerPhoto(answer: () => void): Promise<void> {
    answer();
    await this.updateComplete;
    (this.#screen.find('#alt-text') ?? this.#screen.find('.add-file')).focus();
  }

  readonly #dragOver = (event: DragEvent): void => {
    const isOffered = this.#conversation.evidence.canAdd && !!event.dataTransfer?.types.includes('Files');
    if (isOffered) event.preventDefault();
    this.#screen.find('.panel').classList.toggle('dropping', isOffered);
  };

  readonly #drop = (event: DragEvent): void => {
    this.#screen.find('.panel').classList.remove('dropping');
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void this.#addFiles(event.dataTransfer.files);
  };

  readonly #dragLeave = (): void => this.#screen.find('.panel').classList.remove('dropping');

  readonly #saveCopy = async (): Promise<void> => this.#noteCopy(await saveCopy(this.#conversation));
  readonly #showCopy = async (): Promise<void> => this.#noteCopy(await showCopy(this.#conversation));

  #noteCopy(text: string): void {
    this.#copyNotice = text;
    this.#announcer.say(text);
  }

  // What the screen shows.

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOpening = changed.has('open') && this.open;
    this.#screen.before(isOpening);
    if (isOpening && this.#conversation.phase === 'idle') void this.#conversation.begin();
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
          @dragover=${this.#dragOver}
          @dragleave=${this.#dragLeave}
          @drop=${this.#drop}
          data-drop=${fileTexts.drop}
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
      ${isChecking && !chat.isSending ? this.#summary() : nothing}
      ${filesCard(chat.evidence, this.#fileActions)} ${choices(offered, isChecking, this.#press)}
      ${this.#news.isTyping ? typingDots() : nothing}
      ${chat.notice ? noticeCard(chat.notice, this.#retry) : nothing}
      ${chat.ending ? endCard(chat.ending.text, this.#restart) : nothing}
    `;
  }

  #summary(): TemplateResult {
    const { state, evidence } = this.#conversation;
    return summaryCard(state!.complaint, evidence.files, this.#change);
  }

  /** The bot's buttons that do not stand in the summary already. */
  #otherButtons(): Button[] {
    const { buttons } = this.#conversation;
    const inSummary = questions.map((field) => changeButton(field, buttons));
    return buttons.filter((button) => !inSummary.includes(button));
  }

  #receipt(): TemplateResult {
    const actions = { save: this.#saveCopy, print: this.#showCopy, wipe: this.#askToWipe };
    return receiptCard(this.#conversation.state!, this.#copyNotice, actions);
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
      extra: chat.evidence.canAdd ? addButton(this.#fileActions) : nothing,
    });
  }

  #questions(): TemplateResult {
    const chat = this.#conversation;
    return html`
      ${clockQuestion({
        secondsLeft: chat.clock.secondsLeft,
        hasFailed: chat.extendFailed,
        extend: () => void chat.extend(),
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
    fitPanel(this.#screen.find('.panel'));
  }

  protected override updated(changed: PropertyValues<this>): void {
    const chat = this.#conversation;
    const isToggled = changed.has('open') && changed.get('open') !== undefined;
    this.#screen.after({
      isOpen: this.open,
      isToggled,
      isFullScreen: this.#fullScreen.matches,
      asksToWipe: this.#isAskingToWipe,
      asksToExtend: chat.phase === 'open' && chat.clock.phase === 'warning',
      hasEnded: chat.ending !== null,
      showsEnd: chat.isReplay,
    });
    if (isToggled) this.#tell(this.open ? 'open' : 'close');
  }
}
