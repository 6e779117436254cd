/** What a render cannot say in a template: which dialogs are open, where the focus goes, what is scrolled to. */
import { fitField, fitPanel, scrollToNews, syncPanel, syncQuestion } from './layers';

export interface View {
  isOpen: boolean;
  /** Opened or closed since the last render, but not by the page's own mark-up. */
  isToggled: boolean;
  isFullScreen: boolean;
  asksToWipe: boolean;
  asksToExtend: boolean;
  hasEnded: boolean;
  /** Show the end of the conversation instead of the first new message. */
  showsEnd: boolean;
  /** What happens below the conversation; at each change it comes into view. */
  below: string;
}

export class Screen {
  #returnFocusTo: Element | null = null;
  #hadFocus = false;
  #hadEnded = false;
  #messagesShown = 0;
  #below = '';

  constructor(
    private readonly host: HTMLElement,
    private readonly root: () => ShadowRoot,
  ) {}

  /** Leave room for an on-screen keyboard. */
  fit(): void {
    fitPanel(this.find('.panel'));
  }

  find<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.root().querySelector<T>(selector)!;
  }

  /** Focus the first of these that is there; after the end there may be none. */
  focus(...selectors: string[]): void {
    const all = selectors.map((selector) => this.root().querySelector<HTMLElement>(selector));
    all.find((element) => element)?.focus();
  }

  /** Bring it into view, if it is there. */
  show(selector: string): void {
    this.root().querySelector(selector)?.scrollIntoView({ block: 'nearest' });
  }

  /** Remember, before the render, where the focus is. */
  before(isOpening: boolean): void {
    this.#hadFocus = this.root().activeElement !== null;
    if (isOpening) this.#returnFocusTo = document.activeElement;
  }

  after(view: View): void {
    syncPanel(this.find('.panel'), view.isOpen, view.isFullScreen);
    syncQuestion(this.find('.wiping'), view.asksToWipe);
    syncQuestion(this.find('.clock'), view.asksToExtend);
    if (view.isToggled) this.#moveFocus(view.isOpen);
    if (view.hasEnded && !this.#hadEnded && this.#hadFocus && view.isOpen) this.find('.restart').focus();
    this.#hadEnded = view.hasEnded;
    this.fit();
    fitField(this.root().querySelector('textarea'));
    const hasNews = this.#showNews(view);
    if (!hasNews && view.below && view.below !== this.#below) this.show('.notice, .files');
    this.#below = view.below;
  }

  /** Opened: to the heading. Closed: back to where the citizen came from. */
  #moveFocus(isOpen: boolean): void {
    if (isOpen) this.find('#title').focus();
    else if (this.#hadFocus) this.#origin().focus();
  }

  #origin(): HTMLElement {
    const origin = this.#returnFocusTo;
    const isElsewhere = origin instanceof HTMLElement && origin !== this.host && origin !== document.body;
    return isElsewhere && origin.isConnected ? origin : this.find('.launcher');
  }

  /** Whether there was news in the conversation, which comes before what is below it. */
  #showNews({ isOpen, isToggled, showsEnd }: View): boolean {
    const messages = this.root().querySelectorAll<HTMLElement>('.messages > li');
    const isNews = messages.length > this.#messagesShown || isToggled;
    const target = isToggled || showsEnd ? messages.length - 1 : this.#messagesShown;
    this.#messagesShown = messages.length;
    const message = messages[target];
    if (message && isNews && isOpen) scrollToNews(this.find('.panel'), this.find('.scroller'), message);
    return isNews;
  }
}
