/** The inactivity clock: the warning, the extension, the end. */
import { Chat, expect, test } from './setup';

const warning = 'Bent u er nog?';

for (const key of ['Enter', 'Space', 'Escape']) {
  test(`one press of ${key} extends, again and again`, async ({ page, chat, gateway }) => {
    gateway.inactivitySeconds = 122;
    await chat.start();
    await chat.field.focus();
    for (let time = 0; time < 2; time++) {
      await expect(chat.button('Ik ben er nog')).toBeFocused();
      await page.keyboard.press(key);
      await expect(page.getByRole('heading', { name: warning })).toBeHidden();
      await expect(chat.field).toBeFocused();
    }
    expect(gateway.calls.filter((call) => call.endsWith('keep-alive'))).toHaveLength(2);
  });
}

test('one tap extends', async ({ browser, gateway }) => {
  gateway.inactivitySeconds = 122;
  const page = await browser.newPage({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const chat = new Chat(page, await gateway.listen());
  await chat.start();
  await chat.button('Ik ben er nog').tap();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  expect(gateway.calls.filter((call) => call.endsWith('keep-alive'))).toHaveLength(1);
  await page.close();
});

test('the warning also comes while the chat is closed', async ({ page, chat, gateway }) => {
  gateway.inactivitySeconds = 122;
  await chat.start();
  await chat.button('Chat sluiten').click();
  await expect(page.getByRole('heading', { name: warning })).toBeVisible();
});

test('at 30 seconds the end is spoken once more', async ({ page, chat, gateway }) => {
  gateway.inactivitySeconds = 32;
  await chat.start();
  const status = page.getByRole('alertdialog').getByRole('status');
  await expect(status).toHaveText('');
  await expect(status).toHaveText('Nog hooguit 30 seconden. Kies Ik ben er nog om verder te gaan.');
});

test('at the end everything is wiped, and one key begins again', async ({ page, chat, gateway }) => {
  gateway.inactivitySeconds = 4;
  gateway.warnSeconds = 2;
  await chat.start();
  await chat.say('Mijn geheime verhaal');
  await chat.field.fill('geheim concept');
  await expect(page.getByText('Er is niets bewaard.').first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('geheim')).toHaveCount(0);
  expect(
    await page.evaluate(() => document.querySelector('klachtbalie-chat')!.shadowRoot!.innerHTML),
  ).not.toContain('geheim');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await expect(chat.button('Opnieuw beginnen')).toBeFocused();
  gateway.inactivitySeconds = 900;
  await page.keyboard.press('Enter');
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
  await expect(chat.log).not.toContainText('geheim');
});

test('without a connection the end comes all the same', async ({ page, chat, gateway, context }) => {
  gateway.inactivitySeconds = 4;
  gateway.warnSeconds = 2;
  await chat.start();
  await chat.say('Mijn geheime verhaal');
  await context.setOffline(true);
  await expect(page.getByText('De chat is gesloten.').first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('geheim')).toHaveCount(0);
});

test('a late message is answered with the end', async ({ page, chat, gateway }) => {
  await chat.start();
  await chat.field.fill('te laat');
  await expect.poll(() => gateway.calls.at(-1)).toContain('keep-alive');
  gateway.inactivitySeconds = 0;
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
  gateway.inactivitySeconds = 126;
  await chat.start();
  await page.waitForTimeout(3000);
  await chat.field.pressSequentially('een lang verhaal', { delay: 50 });
  await page.waitForTimeout(3500);
  await expect(page.getByRole('heading', { name: warning })).toBeHidden();
  expect(gateway.calls.filter((call) => call.endsWith('keep-alive'))).toHaveLength(1);
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
  gateway.inactivitySeconds = 20;
  gateway.warnSeconds = 10;
  await chat.start();
  await expect(page.getByText('Nog minder dan 1 minuut open')).toBeVisible();
  await expect(page.getByRole('alertdialog')).toHaveAccessibleDescription(/^Nog minder dan 1 minuut\./, {
    timeout: 15_000,
  });
});

test('the warning comes and goes while a message is under way', async ({ page, chat, gateway, context }) => {
  gateway.inactivitySeconds = 7;
  gateway.warnSeconds = 5;
  await chat.start();
  await context.setOffline(true);
  await chat.field.fill('Mijn verhaal');
  await chat.send.click();
  await expect(chat.button('Ik ben er nog')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog').getByRole('alert')).toContainText('Verlengen lukt niet.');
  await context.setOffline(false);
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(chat.log).toContainText('Wanneer was dit?');
  expect(gateway.said).toEqual(['Mijn verhaal']);
});

test('the end also closes the question about wiping', async ({ page, chat, gateway }) => {
  gateway.inactivitySeconds = 4;
  gateway.warnSeconds = 1;
  await chat.start();
  await chat.button('Gesprek wissen').click();
  await expect(chat.button('Opnieuw beginnen')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole('dialog', { name: 'Gesprek wissen?' })).toBeHidden();
});
