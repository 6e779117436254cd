/** A whole intake in pictures, for people to look at: phone, narrow and desktop, light and dark. */
import { join } from 'node:path';
import { expect, OUTPUT, test } from './setup';

const SCREENS = {
  telefoon: { width: 390, height: 844 },
  smal: { width: 320, height: 640 },
  bureau: { width: 1280, height: 800 },
};

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
      await shoot('pagina');
      await chat.button('Klacht? Chat met ons').click();
      await expect(chat.button('Ik heb een klacht')).toBeVisible();
      await shoot('begin');
      await chat.tellAll();
      await shoot('overzicht');
      await chat.button('Ja, dien mijn klacht in').click();
      await expect(page.getByText('KL-2026-7Q4M8X')).toBeVisible();
      await shoot('ingediend');
      await chat.button('Gesprek wissen').first().click();
      await shoot('wissen');
    });
  }
}
