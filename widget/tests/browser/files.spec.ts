/** Evidence files: by button, by keyboard, by drop; described, shown, refused and removed. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { violations } from './axe';
import { ANSWERS, type Chat, expect, OUTPUT, test } from './setup';

const LETTER = { name: 'brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 kanarie') };
const PHOTO = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('kanarie-foto') };
const SMALLEST_TARGET = 44;

async function startIntake(chat: Chat): Promise<void> {
  await chat.start();
  await chat.button('Ik heb een klacht').click();
  await expect(chat.button('Bestand toevoegen')).toBeVisible();
}

/** Choose files as a person does: the button opens the browser's own window. */
async function choose(page: Page, ...files: (typeof LETTER)[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Bestand toevoegen' }).click();
  await (await chooser).setFiles(files);
}

const status = (page: Page): Locator => page.locator('.panel > [role=status]');

test('a document is added with the keyboard, announced, and the focus stays', async ({ page, chat }) => {
  await startIntake(chat);
  const chooser = page.waitForEvent('filechooser');
  await chat.button('Bestand toevoegen').focus();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(LETTER);
  await expect(status(page)).toHaveText('brief.pdf is toegevoegd.');
  await expect(page.getByText('Uw bestanden (1)')).toBeVisible();
  await expect(chat.button('Bestand toevoegen')).toBeFocused();
});

test('a photo is described first', async ({ page, chat, gateway }) => {
  await startIntake(chat);
  await choose(page, PHOTO);
  const field = page.getByRole('textbox', { name: 'Wat is er te zien op foto.jpg?' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Niet verplicht/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('De balie in het stadhuis');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('foto.jpg is toegevoegd.');
  await page.getByText('Uw bestanden (1)').click();
  await expect(page.getByText('De balie in het stadhuis')).toBeVisible();
  expect([...gateway.sessions.values()][0]!.files[0]!.alt_text).toBe('De balie in het stadhuis');
});

test('the question about a photo is in view as a whole', async ({ page, chat }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await startIntake(chat);
  await choose(page, PHOTO);
  await expect(chat.button('Toch niet toevoegen')).toBeInViewport({ ratio: 1 });
});

test('what becomes of a file is in view', async ({ page, chat, gateway }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await startIntake(chat);
  await chat.say('Mijn verhaal');
  await choose(page, LETTER);
  await expect(page.getByText('Uw bestanden (1)')).toBeInViewport({ ratio: 1 });
  gateway.faults = [{ status: 422, detail: 'In dit bestand is een virus gevonden.' }];
  await choose(page, { ...LETTER, name: 'verslag.pdf' });
  await expect(page.locator('.files [role=alert]')).toBeInViewport({ ratio: 1 });
});

test('describing a photo keeps the conversation open', async ({ page, chat, gateway }) => {
  await startIntake(chat);
  await choose(page, PHOTO);
  await expect(page.locator('#alt-text')).toBeFocused();
  await page.keyboard.type('De balie');
  await expect.poll(() => gateway.calls.filter((call) => call.endsWith('keep-alive'))).toHaveLength(1);
});

test('a photo that waits goes with the conversation', async ({ page, chat, gateway }) => {
  await page.clock.install();
  await startIntake(chat);
  await choose(page, PHOTO);
  await expect(page.locator('#alt-text')).toBeFocused();
  await page.keyboard.type('geheim');
  await chat.pass(900);
  await expect(chat.button('Opnieuw beginnen')).toBeVisible();
  await expect(page.locator('#alt-text')).toHaveCount(0);
  await chat.button('Opnieuw beginnen').click();
  await chat.button('Ik heb een klacht').click();
  await expect(page.locator('.files')).toHaveCount(0);
  expect(gateway.calls.some((call) => call.includes('files'))).toBe(false);
});

test('an upload that is under way at the end is broken off', async ({ page, chat, gateway }) => {
  await startIntake(chat);
  gateway.hold('/api/conversation/files');
  const broken = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/files'));
  await choose(page, LETTER);
  await expect(page.getByRole('progressbar', { name: 'brief.pdf' })).toBeVisible();
  await chat.button('Gesprek wissen').click();
  await page.locator('.wiping').getByRole('button', { name: 'Gesprek wissen' }).click();
  await broken;
  await expect(page.getByText('Het gesprek is gewist.')).toBeVisible();
});

test('a photo may be left out', async ({ page, chat, gateway }) => {
  await startIntake(chat);
  await choose(page, PHOTO);
  await chat.button('Toch niet toevoegen').click();
  await expect(page.locator('.files')).toHaveCount(0);
  await expect(chat.button('Bestand toevoegen')).toBeFocused();
  expect(gateway.calls.some((call) => call.includes('files'))).toBe(false);
});

test('a file is removed by the one button that names it', async ({ page, chat }) => {
  await startIntake(chat);
  await choose(page, LETTER, { ...LETTER, name: 'verslag.pdf' });
  await expect(page.getByText('Uw bestanden (2)')).toBeVisible();
  await page.getByText('Uw bestanden (2)').click();
  await chat.button('Verwijderen brief.pdf').click();
  await expect(page.getByText('Uw bestanden (1)')).toBeVisible();
  await expect(status(page)).toHaveText('brief.pdf is verwijderd.');
  await expect(chat.button('Bestand toevoegen')).toBeFocused();
});

test('removing a file of a conversation that is gone meets the end', async ({ page, chat, gateway }) => {
  await startIntake(chat);
  await choose(page, LETTER);
  await page.getByText('Uw bestanden (1)').click();
  await expect.poll(() => gateway.calls).toContain('POST /api/conversation/keep-alive'); // which the upload asked for
  gateway.sessions.clear();
  await chat.button('Verwijderen brief.pdf').click();
  await expect(chat.button('Opnieuw beginnen')).toBeFocused();
});

test('a file is dropped on the chat', async ({ page, chat }) => {
  await startIntake(chat);
  const transfer = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['%PDF'], 'gesleept.pdf', { type: 'application/pdf' }));
    return dropped;
  });
  await page.locator('.panel').dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.locator('.panel.dropping')).toHaveCount(1);
  await page.locator('.panel').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.locator('.panel.dropping')).toHaveCount(0);
  await expect(status(page)).toHaveText('gesleept.pdf is toegevoegd.');
});

test('an upload shows how far it is', async ({ page, chat, gateway }) => {
  await startIntake(chat);
  const release = gateway.hold('/api/conversation/files');
  await choose(page, LETTER);
  await expect(page.getByRole('progressbar', { name: 'brief.pdf' })).toBeVisible();
  await expect(status(page)).toHaveText('brief.pdf wordt toegevoegd.');
  release();
  await expect(page.getByRole('progressbar', { name: 'brief.pdf' })).toHaveCount(0);
});

test('what the server refuses is said, and nothing is added', async ({ page, chat, gateway }) => {
  await startIntake(chat);
  gateway.faults = [{ status: 422, detail: 'In dit bestand is een virus gevonden.' }];
  await choose(page, LETTER);
  await expect(page.locator('.files [role=alert]')).toHaveText('In dit bestand is een virus gevonden.');
  await expect(page.getByText('Uw bestanden (0)')).toBeVisible();
});

test('what is too large never leaves the browser', async ({ page, chat, gateway }) => {
  await startIntake(chat);
  await choose(page, { ...LETTER, buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
  await expect(page.locator('.files [role=alert]')).toContainText('niet groter zijn dan 10 MB');
  expect(gateway.calls.some((call) => call.includes('files'))).toBe(false);
});

test('the files stand in the summary, and the complaint waits for the last one', async ({ page, chat }) => {
  await chat.start();
  await chat.button('Ik heb een klacht').click();
  await choose(page, LETTER);
  await expect(status(page)).toHaveText('brief.pdf is toegevoegd.');
  for (const answer of ANSWERS) await chat.say(answer);
  const summary = page.getByRole('region', { name: 'Controleer uw klacht' });
  await expect(summary.getByRole('definition').filter({ hasText: 'brief.pdf' })).toBeVisible();
  await choose(page, PHOTO);
  await chat.button('Ja, dit klopt').click();
  await expect(page.locator('.files [role=alert]')).toContainText('nog niet toegevoegd');
  await chat.button('Foto toevoegen').click();
  await expect(status(page)).toHaveText('foto.jpg is toegevoegd.');
  await chat.button('Ja, dit klopt').click();
  await expect(page.getByText('KL-2026-7Q4M8X')).toBeVisible();
  await expect(chat.button('Bestand toevoegen')).toHaveCount(0);
});

test('the files are there again after a reload, and nowhere in the browser', async ({ page, chat }) => {
  await startIntake(chat);
  await choose(page, LETTER);
  await expect(page.getByText('Uw bestanden (1)')).toBeVisible();
  const stored = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, await caches.keys()]);
  });
  expect(stored).not.toMatch(/brief|kanarie/);
  await page.reload();
  await expect(page.getByText('Uw bestanden (1)')).toBeVisible();
});

test('there is no button before a complaint is told', async ({ chat }) => {
  await chat.start();
  await expect(chat.field).toBeVisible();
  await expect(chat.button('Bestand toevoegen')).toHaveCount(0);
});

for (const viewport of [
  { width: 320, height: 568 },
  { width: 320, height: 256 },
]) {
  test(`everything about files fits at ${viewport.width} x ${viewport.height}`, async ({ page, chat }) => {
    await page.setViewportSize(viewport);
    await startIntake(chat);
    await choose(page, { ...LETTER, name: `${'eenheellangwoord'.repeat(5)}.pdf` }, PHOTO);
    await page.getByRole('textbox', { name: /Wat is er te zien/ }).scrollIntoViewIfNeeded();
    const overflow = await page.locator('.scroller').evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    for (const control of await page.locator('.files button, .files summary, .add-file, #alt-text').all()) {
      const box = (await control.boundingBox())!;
      expect(box.height, await control.innerText()).toBeGreaterThanOrEqual(SMALLEST_TARGET);
    }
    await mkdir(OUTPUT, { recursive: true });
    await page.screenshot({ path: join(OUTPUT, `bestanden-${viewport.width}x${viewport.height}.png`) });
  });
}
