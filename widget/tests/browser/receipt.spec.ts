/** The receipt: what it calls the complaint, and how long it stays. */
import { expect, test } from './setup';

test('a chat that is no filing channel calls no complaint received', async ({ page, chat, gateway }) => {
  gateway.designatedChannel = false;
  await chat.start();
  await chat.tellAll();
  await chat.button('Ja, dit klopt').click();
  const receipt = page.getByRole('region', { name: 'Uw klacht is klaargezet' });
  await expect(receipt).toContainText('KL-2026-7Q4M8X');
  await expect(receipt).not.toContainText(/ingediend|ontvangen/);
});

test('the receipt stays at hand while a second complaint is told', async ({ page, chat }) => {
  await chat.start();
  await chat.tellAll();
  await chat.button('Ja, dit klopt').click();
  await expect(page.getByRole('heading', { name: 'Uw klacht is ontvangen' })).toBeVisible();
  await chat.say('Ik heb een nieuwe klacht');
  const earlier = page.locator('details.receipt');
  await earlier.getByText('Uw eerdere klacht').click();
  await expect(earlier.getByText('KL-2026-7Q4M8X')).toBeVisible();
  await expect(earlier.getByRole('button', { name: 'Kopie opslaan' })).toBeVisible();
  await expect(page.getByText('Vraag 1 van 8')).toBeVisible();
});
