/** Turns changes in the conversation into short announcements for a screen reader. */
import type { Announcer } from './announcer';
import { MAX_LENGTH, type Conversation } from './conversation';
import { charactersText, choicesText, texts } from './texts';

/** A quick answer needs no typing indicator. */
const TYPING_AFTER_MS = 400;
const COUNT_AT = [1000, 500, 100, 0];

export class News {
  isTyping = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notice: string | null = null;
  #hadReplay = false;
  #wasSending = false;

  constructor(
    private readonly announcer: Announcer,
    private readonly onChange: () => void,
  ) {}

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isTyping = false;
  }

  follow(chat: Conversation): void {
    this.#followTyping((chat.isSending || chat.phase === 'starting') && !chat.notice);
    this.#followNotice(chat);
    this.#followAnswer(chat);
    const hasReplay = chat.isReplay && chat.phase === 'open';
    if (hasReplay && !this.#hadReplay) this.announcer.say(texts.resumed);
    this.#hadReplay = hasReplay;
  }

  /** After an answer: name the choices, which stand outside the log. */
  #followAnswer(chat: Conversation): void {
    if (this.#wasSending && !chat.isSending && chat.phase === 'open') {
      const ready = chat.state?.asking === 'confirmation' ? [texts.summaryReady] : [];
      const choices = choicesText(chat.buttons.map((button) => button.title));
      this.announcer.say([...ready, choices].join(' '));
    }
    this.#wasSending = chat.isSending;
  }

  /** Say how many characters are left, at a few moments only. */
  count(before: number, after: number): void {
    const passed = COUNT_AT.find((left) => before < MAX_LENGTH - left && after >= MAX_LENGTH - left);
    if (passed !== undefined) this.announcer.say(charactersText(MAX_LENGTH - after));
  }

  #followTyping(isWaiting: boolean): void {
    if (!isWaiting) this.stop();
    else this.#timer ??= setTimeout(() => this.#startTyping(), TYPING_AFTER_MS);
  }

  #startTyping(): void {
    this.isTyping = true;
    this.announcer.say(texts.typing);
    this.onChange();
  }

  #followNotice(chat: Conversation): void {
    if (chat.notice === this.#notice) return;
    if (chat.notice) this.announcer.say(chat.notice);
    else if (chat.phase === 'open') this.announcer.say(texts.online);
    this.#notice = chat.notice;
  }
}
