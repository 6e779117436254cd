/** The widget as a guest: hostile styles, strict policies, no traces, no leaks, as docs/inbouwen.md says. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from './axe';
import { ANSWERS, expect, OUTPUT, test } from './setup';

const GUIDE = join(import.meta.dirname, '../../../docs/inbouwen.md');

function look(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const root = document.querySelector('klachtbalie-chat')!.shadowRoot!;
    return ['.panel', '.bar', '.bar h2', '.message', '.choice, .secondary', 'textarea', '[type=submit]'].map(
      (selector) => {
        const element = root.querySelector(selector)!;
        const { x, y, width, height } = element.getBoundingClientRect();
        const box = [x, y, width, height].map(Math.round);
        const { fontSize, fontFamily, color, backgroundColor, display, letterSpacing } =
          getComputedStyle(element);
        return { selector, box, fontSize, fontFamily, color, backgroundColor, display, letterSpacing };
      },
    );
  });
}

test('a hostile page changes nothing in the widget', async ({ page, chat }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await chat.start();
  const expected = await look(page);
  await page.evaluate(() => sessionStorage.clear());
  await chat.start('/vijandig');
  expect(await look(page)).toEqual(expected);
  expect(
    await violations(page).then((all) => all.filter((line) => line.includes('klachtbalie-chat'))),
  ).toEqual([]);
  await page.screenshot({ path: join(OUTPUT, 'vijandige-pagina.png'), animations: 'disabled' });
});

test('the widget changes nothing on the page', async ({ page, chat }) => {
  const styles = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body, main, main *')].map((element) => {
        const { color, font, width, height } = getComputedStyle(element);
        return [element.tagName, color, font, width, height];
      }),
    );
  await page.route('**/klachtbalie-chat.js', (route) =>
    route.fulfill({ body: '', contentType: 'text/javascript' }),
  );
  await chat.visit('/vijandig');
  await page.evaluate(() => document.querySelector('klachtbalie-chat')!.remove());
  const [before, globals] = [await styles(), await page.evaluate(() => Object.getOwnPropertyNames(window))];
  await page.unroute('**/klachtbalie-chat.js');
  await chat.start('/vijandig');
  expect(await styles()).toEqual(before);
  const added = (await page.evaluate(() => Object.getOwnPropertyNames(window))).filter(
    (name) => !globals.includes(name),
  );
  expect(added).toEqual([]);
});

test('no request goes to another host', async ({ page, chat }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await chat.start();
  await chat.tellAll();
  expect([...hosts]).toEqual([chat.address]);
});

test('nothing that was typed is kept by the browser', async ({ page, chat }) => {
  await chat.start();
  await chat.tellAll();
  await chat.field.fill('kanarie in het concept');
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const all = {
      local: { ...localStorage },
      session: { ...sessionStorage },
      history: history.state,
      title: document.title,
    };
    return JSON.stringify({
      ...all,
      databases,
      caches: await caches.keys(),
      cookie: document.cookie,
      url: location.href,
    });
  });
  const canaries = [...ANSWERS, 'kanarie', 'Anna', 'Stationsstraat', '1315', '12345678'];
  expect(canaries.filter((canary) => kept.includes(canary))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['klachtbalie-token']);
});

test('unsent text makes the browser ask before leaving', async ({ page, chat }) => {
  await chat.start();
  await chat.field.pressSequentially('half');
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
});

test('the page hears what happened, never what was said', async ({ page, chat }) => {
  await chat.visit();
  await page.evaluate(() => {
    const heard: unknown[] = [];
    for (const name of ['open', 'close', 'started', 'submitted', 'ended'])
      document.addEventListener(`klachtbalie-${name}`, (event) =>
        heard.push([name, (event as CustomEvent).detail]),
      );
    Object.assign(window, { heard });
  });
  await chat.button('Klacht? Chat met ons').click();
  await expect(chat.button('Ik heb een klacht')).toBeVisible();
  await chat.tellAll();
  await chat.button('Ja, dit klopt').click();
  await expect(page.getByText('KL-2026-7Q4M8X')).toBeVisible();
  await chat.button('Gesprek wissen').first().click();
  await page.locator('.wiping').getByRole('button', { name: 'Gesprek wissen' }).click();
  await chat.button('Chat sluiten').click();
  expect(await page.evaluate('window.heard')).toEqual([
    ['open', null],
    ['started', null],
    ['submitted', null],
    ['ended', { reason: 'wiped' }],
    ['close', null],
  ]);
});

test('the copy is saved under the reference, and opens in a tab to print', async ({
  page,
  chat,
  context,
}) => {
  await chat.start();
  await chat.tellAll();
  await chat.button('Ja, dit klopt').click();
  const saved = page.waitForEvent('download');
  await chat.button('Kopie opslaan').click();
  expect((await saved).suggestedFilename()).toBe('klacht-KL-2026-7Q4M8X.pdf');
  const opened = context.waitForEvent('page');
  await chat.button(/Afdrukversie openen/).click();
  await expect((await opened).getByRole('heading', { name: 'Uw klacht' })).toBeVisible();
});

test('the example of the guide works on another site, under the policy of the guide', async ({
  page,
  chat,
  gateway,
}) => {
  const guide = await readFile(GUIDE, 'utf8');
  const gatewayName = 'https://klachtbalie.gemeente.example';
  const [example, policy] = ['html', 'http'].map((kind) =>
    guide.match(new RegExp('```' + kind + '\\n([^`]+)```'))![1]!.replaceAll(gatewayName, chat.address),
  ) as [string, string];
  const site = chat.address.replace('127.0.0.1', 'localhost');
  gateway.allowedOrigin = site;
  const body = `<!doctype html><html lang="nl"><title>Gemeente</title><main><h1>Klacht</h1></main>${example}</html>`;
  gateway.pages.set('/klacht', {
    body,
    policy: policy.replace('Content-Security-Policy:', '').replace(/\s+/g, ' ').trim(),
  });
  await page.goto(`${site}/klacht`);
  await chat.button('Klacht? Chat met ons').click();
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
  await chat.say('Mijn verhaal');
  expect(gateway.said).toEqual(['Mijn verhaal']);
});

test('without the script the page still says how to reach the municipality', async ({ page, chat }) => {
  await page.route('**/klachtbalie-chat.js', (route) => route.abort());
  await chat.visit();
  await expect(page.locator('klachtbalie-chat').getByRole('link', { name: '14 036' })).toBeVisible();
});

test('the attribute open starts with an open chat, and leaves the focus alone', async ({ page, chat }) => {
  await chat.visit('/open');
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
  await expect(page.getByRole('textbox', { name: 'Zoeken' })).toBeFocused();
});
