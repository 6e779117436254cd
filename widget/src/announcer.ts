/** What the status region says: once, and again when the same news comes twice. */

const AGAIN = '\u00a0';

export class Announcer {
  text = '';

  constructor(private readonly onChange: () => void) {}

  say(text: string): void {
    this.text = text === this.text ? text + AGAIN : text;
    this.onChange();
  }
}
