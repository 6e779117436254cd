/** The inactivity clock: the warning, the extension, the end. Time is put forward; once, the real time goes by. */
import { expect, test } from './setup';

const warning = 'Bent u er nog?';
const UNTIL_WARNING = 780;
const WARNED = 120; // seconds, until the end

for (const key of ['Enter', 'Space', 'Escape']) {
  test(`one press of ${key} extends, again and again`, async ({ page, chat, gateway }) => {
    await page.clock.install();
    await chat.start();
    await chat.field.focus();
    for (let time = 0; time < 2; time++) {
      await chat.pass(UNTIL_WARNING);
      await expect(chat.button('Ik ben er nog')).toBeFocused();
      await page.keyboard.press(key);
      await expect(page.getByRole('heading', { name: warning })).toBeHidden();
      await expect(chat.field).toBeFocused();
    }
    expect(gateway.calls.filter((call) => call.endsWith('keep-alive'))).toHaveLength(2);
  });
}

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('one tap extends', async ({ page, chat, gateway }) => {
    await page.clock.install();
    await chat.start();
    await chat.pass(UNTIL_WARNING);
    await chat.button('Ik ben er nog').tap();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    expect(gateway.calls.filter((call) => call.endsWith('keep-alive'))).toHaveLength(1);
  });
});

test('the warning also comes while the chat is closed', async ({ page, chat }) => {
  await page.clock.install();
  await chat.start();
  await chat.button('Chat sluiten').click();
  await chat.pass(UNTIL_WARNING);
  await expect(page.getByRole('heading', { name: warning })).toBeVisible();
});

test('at 30 seconds the end is spoken once more', async ({ page, chat }) => {
  await page.clock.install();
  await chat.start();
  await chat.pass(UNTIL_WARNING);
  const status = page.getByRole('alertdialog').getByRole('status');
  await expect(status).toHaveText('');
  await chat.pass(WARNED - 30);
  await expect(status).toHaveText('Nog hooguit 30 seconden. Kies Ik ben er nog om verder te gaan.');
});

test('at the end everything is wiped, and one key begins again', async ({ page, chat }) => {
  await page.clock.install();
  await chat.start();
  await chat.say('Mijn geheime verhaal');
  await chat.field.fill('geheim concept');
  await chat.pass(UNTIL_WARNING + WARNED);
  await expect(page.getByText('Er is niets bewaard.').first()).toBeVisible();
  await expect(page.getByText('geheim')).toHaveCount(0);
  expect(
    await page.evaluate(() => document.querySelector('klachtbalie-chat')!.shadowRoot!.innerHTML),
  ).not.toContain('geheim');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await expect(chat.button('Opnieuw beginnen')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
  await expect(chat.log).not.toContainText('geheim');
});

test('without a connection the end comes all the same', async ({ page, chat, context }) => {
  await page.clock.install();
  await chat.start();
  await chat.say('Mijn geheime verhaal');
  await context.setOffline(true);
  await chat.pass(UNTIL_WARNING + WARNED);
  await expect(page.getByText('De chat is gesloten.').first()).toBeVisible();
  await expect(page.getByText('geheim')).toHaveCount(0);
});

test('a late message is answered with the end', async ({ page, chat, gateway }) => {
  await chat.start();
  await chat.field.fill('te laat');
  await expect.poll(() => gateway.calls.at(-1)).toContain('keep-alive');
  gateway.pass(UNTIL_WARNING + WARNED);
  await chat.send.click();
  await expect(page.getByText('omdat u een tijd niets deed').first()).toBeVisible();
  await expect(page.getByText('te laat')).toHaveCount(0);
  expect(gateway.said).toEqual([]);
});

for (const skew of [-3_600_000, 3_600_000]) {
  test(`a clock that is ${skew / 60_000} minutes off changes nothing`, async ({ page, chat, gateway }) => {
    gateway.clockSkew = skew;
    await chat.start();
    await expect(page.getByText('Nog 15 minuten open')).toBeVisible();
    await expect(page.getByRole('heading', { name: warning })).toBeHidden();
  });
}

test('typing keeps the conversation open', async ({ page, chat, gateway }) => {
  await page.clock.install();
  await chat.start();
  await chat.pass(600);
  await expect(page.getByText('Nog 5 minuten open')).toBeVisible();
  await chat.field.pressSequentially('een lang verhaal');
  await expect(page.getByText('Nog 15 minuten open')).toBeVisible();
  expect(gateway.calls.filter((call) => call.endsWith('keep-alive'))).toHaveLength(1);
  await chat.pass(600);
  await expect(page.getByRole('heading', { name: warning })).toBeHidden();
});

test('stop wipes at once', async ({ page, chat, gateway }) => {
  await chat.start();
  await chat.say('Mijn geheime verhaal');
  await chat.field.fill('stop');
  await chat.send.click();
  await expect(page.getByText('Alles wat u schreef, is gewist.').first()).toBeVisible();
  await expect(page.getByText('geheim')).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(gateway.said).toContain('stop');
});

test('the warning says the time that is left, however short it is', async ({ page, chat, gateway }) => {
  gateway.warnSeconds = 50;
  await page.clock.install();
  await chat.start();
  await chat.pass(845);
  await expect(page.getByText('Nog minder dan 1 minuut open')).toBeVisible();
  await chat.pass(5);
  await expect(page.getByRole('alertdialog')).toHaveAccessibleDescription(/^Nog minder dan 1 minuut\./);
});

test('the warning comes and goes while a message is under way', async ({ page, chat, gateway, context }) => {
  await page.clock.install();
  await chat.start();
  await context.setOffline(true);
  await chat.field.fill('Mijn verhaal');
  await chat.send.click();
  await chat.pass(UNTIL_WARNING);
  await expect(chat.button('Ik ben er nog')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog').getByRole('alert')).toContainText('Verlengen lukt niet.');
  await context.setOffline(false);
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(chat.log).toContainText('Wanneer was dit?');
  expect(gateway.said).toEqual(['Mijn verhaal']);
});

test('the end also closes the question about wiping', async ({ page, chat }) => {
  await page.clock.install();
  await chat.start();
  await chat.button('Gesprek wissen').click();
  await chat.pass(UNTIL_WARNING + WARNED);
  await expect(chat.button('Opnieuw beginnen')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Gesprek wissen?' })).toBeHidden();
});

test('the end comes by itself, in real time', async ({ page, chat, gateway }) => {
  gateway.inactivitySeconds = 8;
  gateway.warnSeconds = 6;
  await chat.visit();
  await chat.button('Klacht? Chat met ons').click();
  await expect(page.getByText('Er is niets bewaard.').first()).toBeVisible({ timeout: 45_000 });
  expect(gateway.sessions.size).toBe(0);
});
