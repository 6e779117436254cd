/** Small screens, large zoom, wide text spacing, forced colours, reduced motion. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from './axe';
import { expect, OUTPUT, test } from './setup';

/** Elements whose text is cut off or sticks out sideways. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('klachtbalie-chat')!.shadowRoot!;
    const shown = [...root.querySelectorAll<HTMLElement>('.panel, .panel *:not(svg, svg *)')].filter(
      (element) => element.offsetParent !== null && !element.closest('.visually-hidden'),
    );
    const isCut = (element: HTMLElement) =>
      element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    const sticksOut = (element: HTMLElement) => element.getBoundingClientRect().right > innerWidth + 1;
    return shown
      .filter((element) => isCut(element) || sticksOut(element))
      .map((element) => element.outerHTML.slice(0, 90));
  });
}

async function wholeIntake(page: Page, chat: import('./setup').Chat, name: string): Promise<void> {
  await chat.start();
  expect(await overflowing(page)).toEqual([]);
  await chat.tellAll();
  expect(await overflowing(page)).toEqual([]);
  await page.screenshot({ path: join(OUTPUT, `${name}-overzicht.png`), animations: 'disabled' });
  await chat.button('Ja, dit klopt').click();
  await expect(page.getByText('KL-2026-7Q4M8X').first()).toBeVisible();
  expect(await overflowing(page)).toEqual([]);
  await page.screenshot({ path: join(OUTPUT, `${name}-ingediend.png`), animations: 'disabled' });
  expect(await violations(page)).toEqual([]);
}

test.describe('400 % zoom of 1280 by 1024', () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

  test('a whole intake without scrolling sideways', async ({ page, chat }) => {
    await wholeIntake(page, chat, 'zoom-400');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('the field that has the focus is in view', async ({ page, chat }) => {
    await chat.start();
    await chat.button('Ik heb een klacht').click();
    await chat.field.focus();
    await expect(chat.field).toBeInViewport({ ratio: 1 });
    await page.screenshot({ path: join(OUTPUT, 'zoom-400-veld.png') });
  });

  test('the question of the clock fits, or scrolls', async ({ page, chat }) => {
    await chat.visit('/demo/toestand.html?naam=waarschuwing');
    await expect(chat.button('Ik ben er nog')).toBeInViewport({ ratio: 1 });
    await page.screenshot({ path: join(OUTPUT, 'zoom-400-waarschuwing.png') });
  });
});

test.describe('320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('a whole intake without scrolling sideways', async ({ page, chat }) => {
    await wholeIntake(page, chat, 'smal');
  });

  test('wide text spacing cuts nothing off', async ({ page, chat }) => {
    await chat.start();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
          'p { margin-block-end: 2em !important }',
      );
      document.querySelector('klachtbalie-chat')!.shadowRoot!.adoptedStyleSheets.push(sheet);
    });
    await chat.tellAll();
    expect(await overflowing(page)).toEqual([]);
    await page.screenshot({ path: join(OUTPUT, 'tekstafstand.png'), animations: 'disabled' });
  });
});

test('every target is at least 44 px high and wide', async ({ page, chat }) => {
  await chat.start();
  await chat.tellAll();
  const small = await page.evaluate(() => {
    const root = document.querySelector('klachtbalie-chat')!.shadowRoot!;
    const boxes = [...root.querySelectorAll<HTMLElement>('button, textarea')].map((element) =>
      element.getBoundingClientRect(),
    );
    return boxes.filter(({ width, height }) => width > 0 && (width < 44 || height < 44)).length;
  });
  expect(small).toBe(0);
});

test('forced colours keep the borders and the meaning', async ({ page, chat }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ forcedColors: 'active' });
  for (const state of ['vraag', 'overzicht', 'waarschuwing', 'ingediend']) {
    await chat.visit(`/demo/toestand.html?naam=${state}`);
    await page.locator('body[data-ready]').waitFor();
    await page.screenshot({ path: join(OUTPUT, 'hoog-contrast', `${state}.png`), animations: 'disabled' });
    expect(await violations(page)).toEqual([]);
  }
  await chat.visit('/demo/toestand.html?naam=vraag');
  await page.locator('body[data-ready]').waitFor();
  const borders = await page
    .locator('.message.bot, .primary:not([hidden])')
    .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).borderTopWidth));
  expect(borders).not.toEqual([]);
  expect(borders.every((width) => parseFloat(width) >= 1)).toBe(true);
});

for (const [reducedMotion, moves] of [
  ['reduce', false],
  ['no-preference', true],
] as const) {
  test(`the typing dots ${moves ? 'move' : 'stand still'} with ${reducedMotion}`, async ({ page, chat }) => {
    await page.emulateMedia({ reducedMotion });
    await chat.visit('/demo/toestand.html?naam=typen');
    await page.locator('.typing').waitFor();
    const running = await page.evaluate(
      () => document.querySelector('klachtbalie-chat')!.shadowRoot!.getAnimations().length,
    );
    expect(running > 0).toBe(moves);
  });
}
