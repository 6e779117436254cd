/** The whole way with the keyboard alone, and where the focus goes. */
import type { Page } from '@playwright/test';
import { ANSWERS, expect, test } from './setup';

/** Press Tab until the named button has the focus, as someone without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  for (let presses = 0; presses < 30; presses++) {
    if (await button.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with Tab: ${name}`);
}

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`a whole intake with the keyboard at ${viewport.width} px`, async ({ page, chat, gateway }) => {
    test.slow(); // some sixty presses of Tab
    await page.setViewportSize(viewport);
    await chat.visit();
    await tabTo(page, 'Klacht? Chat met ons');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Klachtbalie' })).toBeFocused();
    await expect(chat.button('Ik heb een klacht')).toBeVisible();
    await tabTo(page, 'Ik heb een klacht');
    await page.keyboard.press('Enter');
    await expect(chat.field).toBeFocused();
    for (const [index, answer] of ANSWERS.entries()) {
      await expect(page.getByText(`Vraag ${index + 1} van 8`)).toBeVisible();
      await page.keyboard.type(answer);
      await page.keyboard.press('Enter');
      await expect(chat.field).toBeFocused();
      await expect(chat.field).toHaveValue('');
    }
    await expect(page.getByRole('heading', { name: 'Controleer uw klacht' })).toBeVisible();
    await tabTo(page, 'Wijzig naam');
    await page.keyboard.press('Enter');
    await expect(chat.log).toContainText('Dat kan. Hoe heet u?');
    await page.keyboard.type('Anna Jansen-de Wit');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('definition').filter({ hasText: 'Anna Jansen-de Wit' })).toBeVisible();
    await tabTo(page, 'Ja, dit klopt');
    await page.keyboard.press('Enter');
    await expect(page.getByText('KL-2026-7Q4M8X')).toBeVisible();
    expect(gateway.said).toContain('Ik wil mijn naam wijzigen');
    await tabTo(page, 'Chat sluiten');
    await page.keyboard.press('Enter');
    await expect(chat.button('Verder met uw gesprek')).toBeFocused();
  });
}

test('Escape closes the chat and gives the focus back', async ({ page, chat }) => {
  await chat.start();
  await chat.field.focus();
  await page.keyboard.press('Escape');
  await expect(chat.log).toBeHidden();
  await expect(chat.button('Verder met uw gesprek')).toBeFocused();
});

test('Shift and Enter begins a new line', async ({ page, chat, gateway }) => {
  await chat.start();
  await chat.field.focus();
  await page.keyboard.type('een');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('twee');
  await expect(chat.field).toHaveValue('een\ntwee');
  expect(gateway.said).toEqual([]);
});

test('a draft survives closing and opening', async ({ chat }) => {
  await chat.start();
  await chat.field.fill('half verhaal');
  await chat.button('Chat sluiten').click();
  await chat.button('Verder met uw gesprek').click();
  await expect(chat.field).toHaveValue('half verhaal');
});

test('an answer of the assistant does not move the focus', async ({ page, chat, gateway }) => {
  await chat.start();
  const release = gateway.hold('/api/conversation/messages');
  await chat.field.fill('Er ligt een losse tegel');
  await page.keyboard.press('Enter');
  await page.keyboard.type('nog iets');
  release();
  await expect(page.getByRole('link', { name: 'Bel 14 036' })).toBeVisible();
  await expect(chat.field).toBeFocused();
  await expect(chat.field).toHaveValue('nog iets');
});

test('every control shows its focus', async ({ page, chat }) => {
  await chat.start();
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const focused = document.activeElement?.shadowRoot?.activeElement;
      return focused ? parseFloat(getComputedStyle(focused).outlineWidth) : null;
    });
    if (outline !== null) expect(outline).toBeGreaterThanOrEqual(2);
  }
});

test('wiping asks first, and the safe answer has the focus', async ({ page, chat, gateway }) => {
  await chat.start();
  await tabTo(page, 'Gesprek wissen');
  await page.keyboard.press('Enter');
  await expect(chat.button('Niet wissen')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Gesprek wissen?' })).toBeHidden();
  await expect(chat.button('Gesprek wissen')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Het gesprek is gewist.')).toBeVisible();
  await expect(chat.button('Opnieuw beginnen')).toBeFocused();
  expect(gateway.sessions.size).toBe(0);
  await page.keyboard.press('Enter');
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
});
