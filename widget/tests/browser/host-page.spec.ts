/** What a page may do to the chat: load it twice, place it twice, move it, change it, point it at the wrong server. */
import type { Page } from '@playwright/test';
import { STRICT_CSP, type FakeGateway } from '../fake-gateway/gateway';
import { expect, test } from './setup';

const SCRIPT = '<script src="/static/klachtbalie-chat.js" defer></script>';
const FALLBACK = '<p>Werkt de chat niet? Bel 14 036.</p>';

function setPage(gateway: FakeGateway, body: string): string {
  const html = `<!doctype html><html lang="nl"><title>Gemeente</title><main><h1>Klacht</h1></main>${body}</html>`;
  gateway.pages.set('/pagina', { body: html, policy: STRICT_CSP });
  return '/pagina';
}

/** Do something with the element, as a script of the page would. */
function change(page: Page, act: (chat: HTMLElement & Record<string, unknown>) => void): Promise<void> {
  return page
    .locator('klachtbalie-chat')
    .first()
    .evaluate(act as (element: HTMLElement) => void);
}

test('the script may be there twice', async ({ chat, gateway }) => {
  await chat.start(setPage(gateway, `${SCRIPT}${SCRIPT}<klachtbalie-chat></klachtbalie-chat>`));
  await chat.say('Mijn verhaal');
  expect(gateway.said).toEqual(['Mijn verhaal']);
});

test('of two elements on a page one shows, and the other takes over', async ({ page, chat, gateway }) => {
  await chat.start(
    setPage(gateway, `${SCRIPT}<klachtbalie-chat></klachtbalie-chat><klachtbalie-chat></klachtbalie-chat>`),
  );
  await chat.say('Mijn verhaal');
  await expect(page.locator('.panel')).toHaveCount(1);
  expect(chat.faults.splice(0)).toEqual([expect.stringContaining('this page has one already')]);
  await change(page, (element) => element.remove());
  await expect(chat.log).toContainText('Mijn verhaal');
  expect(gateway.sessions.size).toBe(1);
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`moved within the page at ${viewport.width} px it goes on`, async ({ page, chat, gateway }) => {
    await page.setViewportSize(viewport);
    await chat.start(setPage(gateway, `${SCRIPT}<klachtbalie-chat></klachtbalie-chat>`));
    await chat.say('Mijn verhaal');
    await chat.field.fill('half antwoord');
    await change(page, (element) => document.querySelector('main')!.append(element));
    await expect(chat.field).toHaveValue('half antwoord');
    await chat.send.click();
    await expect(chat.log).toContainText('Waar was dit?');
    expect(gateway.sessions.size).toBe(1);
  });
}

test('taken away it is silent, put back it goes on', async ({ page, chat, gateway }) => {
  await chat.start(setPage(gateway, `${SCRIPT}<klachtbalie-chat></klachtbalie-chat>`));
  await chat.say('Mijn verhaal');
  const element = await page.locator('klachtbalie-chat').elementHandle();
  await element!.evaluate((node) => node.remove());
  await element!.evaluate((node) => document.body.append(node));
  await expect(chat.log).toContainText('Mijn verhaal');
  expect(gateway.sessions.size).toBe(1);
});

test('the page opens and closes the chat', async ({ page, chat, gateway }) => {
  await chat.visit(setPage(gateway, `${SCRIPT}<klachtbalie-chat></klachtbalie-chat>`));
  await change(page, (element) => (element.open = true));
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
  await change(page, (element) => element.removeAttribute('open'));
  await expect(chat.log).toBeHidden();
  await change(page, (element) => element.setAttribute('open', ''));
  await expect(chat.log).toBeVisible();
});

test('the button of the demo page opens the chat, and gets the focus back', async ({ page, chat }) => {
  await chat.visit();
  await chat.button('Klacht indienen via de chat').click();
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
  await page.keyboard.press('Escape');
  await expect(chat.button('Klacht indienen via de chat')).toBeFocused();
});

test('a gateway named late counts, one named during a conversation does not', async ({
  page,
  chat,
  gateway,
}) => {
  await chat.visit(setPage(gateway, `${SCRIPT}<klachtbalie-chat gateway="/nergens"></klachtbalie-chat>`));
  await change(page, (element) => (element.gateway = `${location.origin}/ `));
  await chat.button('Klacht? Chat met ons').click();
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
  await change(page, (element) => (element.gateway = '/nergens'));
  await chat.say('Mijn verhaal');
  expect(gateway.said).toEqual(['Mijn verhaal']);
});

for (const [what, body] of [
  ['nothing', ''],
  ['another page', '<!doctype html><title>Gemeente</title>'],
  ['another API', '{"welcome": "this is no gateway"}'],
]) {
  test(`a wrong gateway with ${what} is said, with a way out`, async ({ page, chat, gateway }) => {
    if (body) gateway.pages.set('/verkeerd/api/conversations', { body, policy: STRICT_CSP });
    await chat.visit(setPage(gateway, `${SCRIPT}<klachtbalie-chat gateway="/verkeerd"></klachtbalie-chat>`));
    await chat.button('Klacht? Chat met ons').click();
    await expect(page.getByText('Het gesprek kan nu niet beginnen.').first()).toBeVisible();
    await expect(page.getByText('bel de gemeente').first()).toBeVisible();
    await expect(chat.button('Opnieuw proberen')).toBeVisible();
  });
}

test('a browser that is too old shows what stands between the tags', async ({ page, chat, gateway }) => {
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...asked: string[]) =>
      !asked.join().includes('light-dark') && supports(...(asked as [string]));
  });
  await chat.visit(setPage(gateway, `${SCRIPT}<klachtbalie-chat>${FALLBACK}</klachtbalie-chat>`));
  await expect(page.getByText('Bel 14 036.')).toBeVisible();
});

test('the field grows with its text, also where the browser does not do that', async ({ page, chat }) => {
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...asked: string[]) =>
      asked[0] !== 'field-sizing' && supports(...(asked as [string, string]));
  });
  await chat.start();
  await chat.field.evaluate((field) => field.style.setProperty('field-sizing', 'fixed'));
  const height = () => chat.field.evaluate((field) => (field as HTMLElement).offsetHeight);
  const before = await height();
  await chat.field.fill('een\ntwee\ndrie\nvier');
  const grown = await height();
  expect(grown).toBeGreaterThan(before + 60);
  await chat.field.fill('');
  expect(await height()).toBe(before);
});
