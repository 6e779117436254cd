/** Every state of the widget, in both themes, light and dark: no axe violations, and a picture to look at. */
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { violations } from './axe';
import { expect, OUTPUT, test } from './setup';

const STATES = [
  ...[
    'gesloten',
    'begin',
    'keuze',
    'doorverwijzing',
    'vraag',
    'overslaan',
    'typen',
    'lang',
    'te-lang',
    'afgekeurd',
  ],
  ...[
    'geen-verbinding',
    'storing',
    'overzicht',
    'bestanden',
    'foto-beschrijven',
    'bestand-onderweg',
    'bestand-te-groot',
    'waarschuwing',
    'wissen',
    'ingediend',
    'verlopen',
    'gestopt',
  ],
  'start-mislukt',
];
const THEMES = ['', 'voorbeeldstad'];
const RESULTS = join(OUTPUT, 'axe.tsv');

test.beforeAll(async () => {
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(RESULTS, 'toestand\tthema\tweergave\tovertredingen\n');
});

test('the list of states is the one the designers see', async ({ page, chat }) => {
  await chat.visit('/demo/toestanden');
  await expect(page.locator('iframe')).toHaveCount(STATES.length);
  expect(await page.evaluate('window.klachtbalieStates')).toEqual(STATES);
  expect(await violations(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const theme of THEMES) {
    for (const state of STATES) {
      test(`state ${state} ${theme || 'standaard'} ${colorScheme} has no violations`, async ({
        page,
        chat,
      }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await chat.visit(`/demo/toestand.html?naam=${state}&thema=${theme}`);
        await page.locator('body[data-ready]').waitFor();
        const file = `${state}-${theme || 'standaard'}-${colorScheme}.png`;
        await page.screenshot({ path: join(OUTPUT, 'toestanden', file), animations: 'disabled' });
        const found = await violations(page);
        await appendFile(RESULTS, `${state}\t${theme || 'standaard'}\t${colorScheme}\t${found.length}\n`);
        expect(found).toEqual([]);
      });
    }
  }
}
