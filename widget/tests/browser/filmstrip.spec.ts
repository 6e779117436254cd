/** A whole intake in pictures, for people to look at: phone, narrow and desktop, light and dark. */
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ANSWERS, expect, OUTPUT, test } from './setup';

const SCREENS = {
  telefoon: { width: 390, height: 844 },
  smal: { width: 320, height: 640 },
  bureau: { width: 1280, height: 800 },
};

const TIMING = join(OUTPUT, 'timing.tsv');

test.beforeAll(async () => {
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(TIMING, 'scherm\tweergave\tklaar na (ms)\n');
});

/** Milliseconds from the start of the visit until the page and the launcher can be used. */
function readyAfter(page: Page): Promise<number> {
  return page.evaluate(() => {
    const visit = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    return Math.round(visit.domContentLoadedEventEnd);
  });
}

for (const [name, viewport] of Object.entries(SCREENS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`filmstrip ${name} ${colorScheme}`, async ({ page, chat }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      let number = 0;
      const shoot = (scene: string) =>
        page.screenshot({
          path: join(OUTPUT, `${name}-${colorScheme}`, `${++number}-${scene}.png`),
          animations: 'disabled',
        });
      await chat.visit();
      await expect(chat.button('Klacht? Chat met ons')).toBeVisible();
      await appendFile(TIMING, `${name}\t${colorScheme}\t${await readyAfter(page)}\n`);
      await shoot('pagina');
      await chat.button('Klacht? Chat met ons').click();
      await expect(chat.button('Ik heb een klacht')).toBeVisible();
      await shoot('begin');
      await chat.button('Ik heb een klacht').click();
      await chat.say(ANSWERS[0]!);
      await shoot('vraag');
      for (const answer of ANSWERS.slice(1)) await chat.say(answer);
      await expect(page.getByRole('heading', { name: 'Controleer uw klacht' })).toBeVisible();
      await shoot('overzicht');
      await chat.button('Ja, dit klopt').click();
      await expect(page.getByText('KL-2026-7Q4M8X')).toBeVisible();
      await shoot('ingediend');
      await chat.button('Gesprek wissen').first().click();
      await shoot('wissen');
    });
  }
}
