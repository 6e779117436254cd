/** The <klachtbalie-chat> element: joins the conversation, the view, the focus and the page around it. */
import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from './announcer';
import { Conversation } from './conversation';
import type { Ending } from './conversation-state';
import { saveCopy, showCopy } from './copy';
import { FileDesk } from './file-desk';
import { HttpTransport } from './http-transport';
import { FULL_SCREEN } from './layers';
import { News } from './news';
import { OnePerPage } from './one-per-page';
import type { Question } from './protocol';
import { Screen } from './screen';
import { styles } from './styles';
import { changeButton } from './summary';
import { fieldTexts, texts } from './texts';
import { chatView, type ChatActions } from './views/chat';

export class KlachtbalieChat extends LitElement {
  static override styles = styles;
  static override properties = {
    gateway: { type: String },
    theme: { type: String, reflect: true },
    open: { type: Boolean, reflect: true },
  };

  /** Where the script came from: the gateway, unless the page names another. */
  static home = '';
  static readonly #onePerPage = new OnePerPage();

  declare gateway: string;
  declare theme: string;
  declare open: boolean;

  readonly #announcer = new Announcer(() => this.requestUpdate());
  readonly #news = new News(this.#announcer, () => this.requestUpdate());
  readonly #screen = new Screen(this, () => this.shadowRoot!);
  readonly #fullScreen = matchMedia(FULL_SCREEN);
  readonly #touch = matchMedia('(pointer: coarse)');
  readonly #guest = { enter: () => this.#enter(), leave: () => this.#leave() };
  /** Null while the element is not on the page, or is not the only one there. */
  #conversation: Conversation | null = null;
  #listening = new AbortController();
  #hasArrived = false;
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
    if (this.#hasArrived) return this.requestUpdate(); // moved within the page: dialogs have to come forward again
    this.#hasArrived = true;
    KlachtbalieChat.#onePerPage.arrive(this.#guest);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected || !this.#hasArrived) return;
      this.#hasArrived = false;
      KlachtbalieChat.#onePerPage.depart(this.#guest);
    });
  }

  #enter(): void {
    this.#conversation = this.#newConversation();
    if (this.#conversation.isResumable && !this.#fullScreen.matches) this.open = true;
    this.#listen();
    this.requestUpdate();
  }

  #leave(): void {
    this.#conversation?.pause();
    this.#conversation = null;
    this.#news.stop();
    this.#listening.abort();
  }

  #listen(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#fullScreen.addEventListener('change', this.#render, { signal });
    document.addEventListener('visibilitychange', this.#wake, { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#wake(), { signal });
    addEventListener('online', this.#retry, { signal });
    addEventListener('offline', () => this.#conversation?.disconnect(), { signal });
    addEventListener('beforeunload', this.#hold, { signal });
    visualViewport?.addEventListener('resize', () => this.#screen.fit(), { signal });
  }

  /** Each conversation is bound to the gateway that was named when it began. */
  #newConversation(): Conversation {
    const gateway = (this.gateway || KlachtbalieChat.home).trim().replace(/\/+$/, '');
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
    if (this.#conversation) this.#news.follow(this.#conversation);
    this.requestUpdate();
  };

  readonly #wake = (): void => {
    if (document.visibilityState === 'visible') void this.#conversation?.refresh();
  };

  readonly #retry = (): void => void this.#conversation?.retry();

  /** What was typed is nowhere but here: let the browser ask before it is lost. */
  readonly #hold = (event: Event): void => {
    const { draft, isSending, evidence } = this.#chat;
    if (draft || isSending || evidence.isBusy) event.preventDefault();
  };

  /** The conversation, in everything that happens only while there is one. */
  get #chat(): Conversation {
    return this.#conversation!;
  }

  // What the citizen does.

  readonly #act: ChatActions = {
    launch: () => void (this.open = true),
    close: () => void (this.open = false),
    key: (event) => {
      if (event.key === 'Escape' && !event.isComposing) this.open = false;
    },
    type: (text) => {
      this.#news.count(this.#chat.draft.length, text.length);
      this.#chat.type(text);
    },
    send: () => {
      if (this.#chat.isSending) this.#announcer.say(texts.waiting);
      else this.#chat.say(this.#chat.draft);
      this.#screen.find('textarea').focus();
    },
    press: (button, event) => this.#answer(() => this.#chat.press(button), event),
    change: (field, event) => this.#answer(() => this.#change(field), event),
    retry: () => {
      this.#retry();
      this.#screen.find('.scroller').focus();
    },
    restart: () => void this.#restart(),
    askToWipe: () => this.#askToWipe(true),
    cancelWipe: () => this.#askToWipe(false),
    wipe: () => void this.#wipe(),
    extend: () => void this.#chat.extend(),
    saveCopy: async () => this.#noteCopy(await saveCopy(this.#chat)),
    showCopy: async () => this.#noteCopy(await showCopy(this.#chat)),
    files: new FileDesk(
      () => this.#chat,
      this.#screen,
      () => this.updateComplete,
    ),
  };

  /** The pressed button vanishes: go on in the text field, but do not call up an on-screen keyboard. */
  #answer(act: () => void, event: Event): void {
    act();
    const byKeyboard = (event as MouseEvent).detail === 0;
    this.#screen.find(byKeyboard || !this.#touch.matches ? 'textarea' : '.scroller').focus();
  }

  #change(field: Question): void {
    const offered = changeButton(field, this.#chat.buttons);
    if (offered) this.#chat.press(offered);
    else this.#chat.say(fieldTexts[field].change);
  }

  async #restart(): Promise<void> {
    this.#conversation = this.#newConversation();
    this.requestUpdate();
    await this.updateComplete;
    this.#screen.find('#title').focus();
  }

  #askToWipe(isAsking: boolean): void {
    this.#wipeFailed = false;
    this.#isAskingToWipe = isAsking;
    this.requestUpdate();
  }

  async #wipe(): Promise<void> {
    this.#wipeFailed = !(await this.#chat.wipe());
    this.requestUpdate();
  }

  #noteCopy(text: string): void {
    this.#copyNotice = text;
    this.#announcer.say(text);
  }

  // What the screen shows.

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#conversation) return;
    if (changed.has('gateway') && !this.#chat.isUnderWay) this.#conversation = this.#newConversation();
    this.#screen.before(changed.has('open') && this.open);
    if (this.#chat.phase === 'idle' && (this.open || this.#chat.isResumable)) void this.#chat.begin();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#conversation) return nothing;
    const view = {
      chat: this.#conversation,
      isOpen: this.open,
      isTyping: this.#news.isTyping,
      sendsOnEnter: !this.#touch.matches,
      status: this.#announcer.text,
      copyNotice: this.#copyNotice,
      wipeFailed: this.#wipeFailed,
    };
    return chatView(view, this.#act);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#conversation) return;
    const { phase, clock, ending, isReplay, notice, evidence } = this.#conversation;
    const isToggled = changed.has('open') && changed.get('open') !== undefined;
    this.#screen.after({
      isOpen: this.open,
      isToggled,
      isFullScreen: this.#fullScreen.matches,
      asksToWipe: this.#isAskingToWipe,
      asksToExtend: phase === 'open' && clock.phase === 'warning',
      hasEnded: ending !== null,
      showsEnd: isReplay,
      below: notice ?? evidence.news,
    });
    if (isToggled) this.#tell(this.open ? 'open' : 'close');
  }
}
