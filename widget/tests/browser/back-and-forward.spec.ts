/** Back and forward, with the pages that the browser keeps alive meanwhile. */
import { STRICT_CSP } from '../fake-gateway/gateway';
import { expect, test } from './setup';
import config from '../../playwright.config';

test.use({
  launchOptions: {
    ...config.use!.launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

const OTHER =
  '<!doctype html><html lang="nl"><title>Een andere pagina</title><h1>Andere pagina</h1>' +
  '<script src="/static/klachtbalie-chat.js" defer></script><klachtbalie-chat></klachtbalie-chat></html>';

test.beforeEach(async ({ gateway }) => {
  gateway.pages.set('/andere', { body: OTHER, policy: STRICT_CSP });
});

test('a page that comes back shows what was said elsewhere', async ({ page, chat }) => {
  await chat.start();
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
  );
  await chat.say('op de ene pagina');
  await chat.visit('/andere');
  await expect(chat.log).toContainText('op de ene pagina');
  await chat.say('op de andere pagina');
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.evaluate('window.persisted')).toBe(true);
  await expect(chat.log).toContainText('op de andere pagina');
  await expect(chat.log.getByText('op de ene pagina')).toHaveCount(1);
  await chat.say('en weer terug');
  await expect(page.getByText('Vraag 4 van 8')).toBeVisible();
});

test('a page that comes back does not spoil the conversation begun elsewhere', async ({
  page,
  chat,
  gateway,
}) => {
  await chat.start();
  await chat.say('het eerste gesprek');
  await chat.visit('/andere');
  await expect(chat.log).toContainText('het eerste gesprek');
  await chat.button('Gesprek wissen').click();
  await page.locator('.wiping').getByRole('button', { name: 'Gesprek wissen' }).click();
  await chat.button('Opnieuw beginnen').click();
  await chat.say('het tweede gesprek');
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByText('Dit gesprek bestaat niet meer.')).toBeVisible();
  await expect(page.getByText('het eerste gesprek')).toHaveCount(0);
  await page.goForward({ waitUntil: 'commit' });
  await chat.say('gaat door');
  expect(gateway.said).toEqual(['het tweede gesprek', 'gaat door']);
});
