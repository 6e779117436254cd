/** Reloads, lost connections, refusals, two tabs: nothing is lost and nothing is said twice. */
import { Chat, expect, test } from './setup';

test('the conversation survives a reload', async ({ page, chat }) => {
  await chat.start();
  await chat.button('Ik heb een klacht').click();
  await chat.say('Mijn verhaal');
  await page.reload();
  await expect(chat.log).toContainText('Mijn verhaal');
  await expect(chat.log).toContainText('Wanneer was dit?');
  await expect(page.getByText('Vraag 2 van 8')).toBeVisible();
  await chat.say('gisteren');
  await expect(page.getByText('Vraag 3 van 8')).toBeVisible();
});

test('on a phone a reload does not cover the page', async ({ page, chat }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await chat.start();
  await page.reload();
  await expect(chat.button('Verder met uw gesprek')).toBeVisible();
  await expect(chat.log).toBeHidden();
  await chat.button('Verder met uw gesprek').click();
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
});

test('a message typed without a connection is sent once when it is back', async ({
  page,
  chat,
  gateway,
  context,
}) => {
  await chat.start();
  await context.setOffline(true);
  await chat.field.fill('Mijn verhaal');
  await chat.send.click();
  await expect(chat.log).toContainText('Nog niet verstuurd');
  await expect(page.getByText('Geen verbinding.').first()).toBeVisible();
  await context.setOffline(false);
  await expect(chat.log).toContainText('Wanneer was dit?');
  await expect(chat.log).not.toContainText('Nog niet verstuurd');
  expect(gateway.said).toEqual(['Mijn verhaal']);
});

test('a lost connection is said at once, and mended at once', async ({ page, chat, context }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await chat.start();
  await chat.button('Ik heb een klacht').click();
  await chat.say('Mijn verhaal');
  await chat.field.fill('half verhaal');
  await context.setOffline(true);
  await expect(page.locator('.notice')).toBeInViewport({ ratio: 1 });
  await context.setOffline(false);
  await expect(page.getByText('Geen verbinding.')).toHaveCount(0);
  await expect(page.locator('.panel > [role=status]')).toHaveText('De verbinding is terug.');
  await expect(chat.field).toHaveValue('half verhaal');
});

test('an answer that got lost does not make a double', async ({ chat, gateway }) => {
  await chat.start();
  gateway.loseAnswers = 2;
  await chat.field.fill('Mijn verhaal');
  await chat.send.click();
  await expect(chat.log).toContainText('Wanneer was dit?');
  expect(gateway.said).toEqual(['Mijn verhaal']);
  await expect(chat.log.getByText('Mijn verhaal')).toHaveCount(1);
});

for (const [status, detail, shown] of [
  [429, 'Dat ging te snel.', 'Het is druk.'],
  [503, 'De klachtbalie is even weg. U kunt ook bellen.', 'De klachtbalie is even weg.'],
] as const) {
  test(`status ${status} is said, and the message goes again`, async ({ page, chat, gateway }) => {
    await page.clock.install();
    await chat.start();
    gateway.faults = [{ status, detail, retryAfter: 60 }];
    await chat.field.fill('Mijn verhaal');
    await chat.send.click();
    await expect(page.getByText(shown).first()).toBeVisible();
    await chat.pass(60);
    await expect(chat.log).toContainText('Wanneer was dit?');
    expect(gateway.said).toEqual(['Mijn verhaal']);
  });
}

test('a start that fails can be tried again', async ({ page, chat, context }) => {
  await chat.visit();
  await context.setOffline(true);
  await chat.button('Klacht? Chat met ons').click();
  await expect(page.getByText('Het gesprek kan nu niet beginnen.').first()).toBeVisible();
  await context.setOffline(false);
  await expect(chat.log).toContainText('Waarmee kan ik u helpen?');
});

test('the server masks what it must, in place', async ({ chat }) => {
  await chat.start();
  await chat.say('Mijn nummer is 123456782');
  await expect(chat.log).toContainText('Mijn nummer is •••••••••');
  await expect(chat.log).not.toContainText('123456782');
});

test('two tabs hold two conversations', async ({ context, chat, gateway }) => {
  const other = new Chat(await context.newPage(), gateway, chat.address);
  await chat.start();
  await other.start();
  await chat.say('van de ene');
  await other.say('van de andere');
  await expect(chat.log).not.toContainText('van de andere');
  await expect(other.log).not.toContainText('van de ene');
  expect(gateway.sessions.size).toBe(2);
});

test('a copied tab keeps the first one open', async ({ page, chat, gateway, context }) => {
  await page.clock.install();
  await chat.start();
  const opened = context.waitForEvent('page');
  await page.evaluate(() => void open(location.href));
  const other = new Chat(await opened, gateway, chat.address);
  await expect(other.log).toContainText('Waarmee kan ik u helpen?');
  await chat.pass(450);
  await other.say('vanuit de kopie');
  await chat.pass(450);
  await expect(chat.log).toContainText('vanuit de kopie');
});
