/** What every browser test starts from: a fake gateway, and a page that may not use inline code. */
import { join } from 'node:path';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { FakeGateway } from '../fake-gateway/gateway';

export { expect };
export const OUTPUT = join(import.meta.dirname, '../../../tests/output/widget');

interface Fixtures {
  gateway: FakeGateway;
  chat: Chat;
}

/** The widget as a citizen sees it. */
export class Chat {
  readonly field: Locator;
  readonly log: Locator;
  readonly send: Locator;

  /** What the browser's console complained about; a failed request is no fault of the page. */
  readonly faults: string[] = [];
  #underWay = 0; // calls without an answer yet

  constructor(
    readonly page: Page,
    readonly gateway: FakeGateway,
    readonly address: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('request', () => this.#underWay++);
    page.on('requestfinished', () => this.#underWay--);
    page.on('requestfailed', () => this.#underWay--);
    page.on('console', (message) => {
      const isComplaint = ['error', 'warning'].includes(message.type());
      if (isComplaint && !message.text().startsWith('Failed to load resource'))
        this.faults.push(message.text());
    });
    this.field = page.getByRole('textbox', { name: 'Uw bericht' });
    this.log = page.getByRole('log', { name: 'Gesprek' });
    this.send = page.getByRole('button', { name: 'Versturen' });
  }

  async visit(path = '/demo'): Promise<void> {
    await this.page.goto(this.address + path);
  }

  /** Visit a page, open the chat and wait for the greeting. */
  async start(path = '/demo'): Promise<void> {
    await this.visit(path);
    await this.button('Klacht? Chat met ons').click();
    await expect(this.log).toContainText('Waarmee kan ik u helpen?');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Say something, once the last message has its answer, and wait until the assistant has answered. */
  async say(text: string): Promise<void> {
    await expect(this.send).not.toHaveAttribute('aria-disabled', 'true');
    const before = await this.log.getByRole('listitem').count();
    await this.field.fill(text);
    await this.send.click();
    await expect.poll(() => this.log.getByRole('listitem').count()).toBeGreaterThan(before + 1);
  }

  /** Let time pass at once, here and at the server; the test has to install the page's clock before its visit. */
  async pass(seconds: number): Promise<void> {
    await this.#settle();
    this.gateway.pass(seconds);
    await this.page.clock.fastForward(seconds * 1000);
  }

  /** Wait for what is under way: an answer from before a leap in time would be read as one from after it. */
  async #settle(): Promise<void> {
    await this.page.evaluate('0');
    await expect.poll(() => this.#underWay).toBe(0);
    await this.page.evaluate('0');
  }

  /** Answer every question, up to the summary. */
  async tellAll(): Promise<void> {
    await this.button('Ik heb een klacht').click();
    for (const answer of ANSWERS) await this.say(answer);
    await expect(this.page.getByRole('heading', { name: 'Controleer uw klacht' })).toBeVisible();
  }
}

export const ANSWERS = [
  'De medewerker aan de balie lachte mij uit toen ik een vraag stelde.',
  'dinsdag 10 november om half drie',
  'Aan de balie van het stadhuis',
  'Burgerzaken',
  'Anna de Vries',
  'Stationsstraat 12, 1315 KR Almere',
  '06 12345678',
  'anna@voorbeeld.example',
];

export const test = base.extend<Fixtures>({
  gateway: async ({}, use) => {
    const gateway = new FakeGateway();
    await use(gateway);
    gateway.close();
  },
  chat: async ({ page, gateway }, use) => {
    const chat = new Chat(page, gateway, await gateway.listen());
    await use(chat);
    expect(chat.faults).toEqual([]);
  },
});
