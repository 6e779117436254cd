/** What a screen reader is offered: the log, the summary, the dialogs and the field, as the browser computes them. */
import { ANSWERS, expect, test } from './setup';

test('the log names the speaker of each message', async ({ chat }) => {
  await chat.start();
  await chat.button('Ik heb een klacht').click();
  await expect(chat.log).toMatchAriaSnapshot(`
    - log "Gesprek":
      - list:
        - listitem:
          - text: "Klachtbalie:"
          - paragraph: /Goedendag/
        - listitem:
          - text: "Klachtbalie:"
          - paragraph: Waarmee kan ik u helpen?
        - listitem:
          - text: "U:"
          - paragraph: Ik heb een klacht
        - listitem:
          - text: "Klachtbalie:"
          - paragraph: /wat er is gebeurd/
  `);
});

test('the choices are a named group that disappears once answered', async ({ page, chat }) => {
  await chat.start();
  const group = page.getByRole('group', { name: 'Kies een antwoord' });
  await expect(group).toMatchAriaSnapshot(`
    - group "Kies een antwoord":
      - button "Ik heb een klacht"
      - button "Ik heb eerst een vraag"
  `);
  await chat.button('Ik heb een klacht').click();
  await expect(group).toBeHidden();
});

test('the summary is a region with a change button for each field', async ({ page, chat }) => {
  await chat.start();
  await chat.tellAll();
  await expect(page.getByRole('region', { name: 'Controleer uw klacht' })).toMatchAriaSnapshot(`
    - region "Controleer uw klacht":
      - heading "Controleer uw klacht" [level=3]
      - term: Wat er gebeurde
      - definition: /lachte mij uit/
      - definition:
        - button "Wijzig wat er gebeurde"
      - term: Wanneer
      - definition: /dinsdag 10 november 2026, rond 14.30 uur/
      - definition:
        - button "Wijzig wanneer"
      - term: Waar of hoe
      - definition: Aan de balie van het stadhuis
      - definition:
        - button "Wijzig waar of hoe"
      - term: Over wie of welke afdeling
      - definition: Burgerzaken
      - definition:
        - button "Wijzig over wie of welke afdeling"
      - term: Naam
      - definition: Anna de Vries
      - definition:
        - button "Wijzig naam"
      - term: Adres
      - definition: /Stationsstraat 12, 1315 KR Almere/
      - definition:
        - button "Wijzig adres"
      - term: Telefoon
      - definition: 06 12345678
      - definition:
        - button "Wijzig telefoon"
      - term: E-mail
      - definition: anna@voorbeeld.example
      - definition:
        - button "Wijzig e-mail"
  `);
});

test('the warning is an alert dialog with one button', async ({ page, chat }) => {
  await chat.visit('/demo/toestand.html?naam=waarschuwing');
  await expect(page.getByRole('alertdialog')).toMatchAriaSnapshot(`
    - alertdialog "Bent u er nog?":
      - heading "Bent u er nog?" [level=2]
      - paragraph: Nog 2 minuten.
      - paragraph: /Dan sluiten we de chat/
      - status
      - button "Ik ben er nog"
  `);
  await expect(page.getByRole('alertdialog')).toHaveAccessibleDescription(
    /^Nog 2 minuten\. .*wissen we wat u heeft geschreven/,
  );
});

test('the receipt is a region with the reference and the dates in words', async ({ page, chat }) => {
  await chat.visit('/demo/toestand.html?naam=ingediend');
  await expect(page.getByRole('region', { name: 'Uw klacht is ontvangen' })).toMatchAriaSnapshot(`
    - region "Uw klacht is ontvangen":
      - heading "Uw klacht is ontvangen" [level=3]
      - term: Uw kenmerk
      - definition: KL-2026-7Q4M8X
      - term: Uiterste datum van onze uitspraak
      - definition: maandag 4 januari 2027
      - term: Uiterste datum als wij meer tijd nodig hebben
      - definition: maandag 1 februari 2027
      - button "Kopie opslaan"
      - button "Afdrukversie openen (opent in een nieuw tabblad)"
      - button "Gesprek wissen"
  `);
});

test('a refusal is tied to the field', async ({ page, chat, gateway }) => {
  await chat.start();
  gateway.faults = [{ status: 422, detail: 'Dit bericht kunnen we niet lezen.' }];
  await chat.field.fill('???');
  await chat.send.click();
  await expect(chat.field).toHaveAccessibleDescription(/kunnen we niet lezen/);
  await expect(chat.field).toHaveAttribute('aria-invalid', 'true');
  await expect(chat.field).toHaveValue('???');
  await expect(page.getByRole('alert').filter({ hasText: 'niet lezen' })).toBeVisible();
});

test('near the limit the field tells how many characters are left', async ({ page, chat, gateway }) => {
  await chat.start();
  await chat.field.fill('a'.repeat(8999));
  await expect(page.getByText(/ tekens/)).toHaveCount(0);
  await chat.field.fill('a'.repeat(9000));
  await expect(chat.field).toHaveAccessibleDescription(/Nog 1000 tekens/);
  await expect(page.locator('.panel > [role=status]')).toHaveText('Nog 1000 tekens');
  await chat.field.fill('a'.repeat(10_001));
  await expect(chat.field).toHaveAccessibleDescription(/1 teken te veel/);
  await chat.send.click();
  await expect(chat.field).toHaveAccessibleDescription(/Maak het korter/);
  await expect(chat.field).toHaveAttribute('aria-invalid', 'true');
  expect(gateway.said).toEqual([]);
});

test('the field fits what is asked', async ({ page, chat }) => {
  await chat.start();
  await chat.button('Ik heb een klacht').click();
  for (const answer of ANSWERS.slice(0, 4)) await chat.say(answer);
  for (const [number, autocomplete, inputmode] of [
    [5, 'name', 'text'],
    [6, 'street-address', 'text'],
    [7, 'tel', 'tel'],
    [8, 'email', 'email'],
  ] as const) {
    await expect(page.getByText(`Vraag ${number} van 8`)).toBeVisible();
    await expect(chat.field).toHaveAttribute('autocomplete', autocomplete);
    await expect(chat.field).toHaveAttribute('inputmode', inputmode);
    await chat.say(ANSWERS[number - 1]!);
  }
});

test('typing is announced once, and then the choices', async ({ page, chat, gateway }) => {
  await page.clock.install();
  await chat.start();
  await page.clock.pauseAt(await page.evaluate('Date.now() + 1000'));
  await page.evaluate(() => {
    const said: string[] = [];
    const status = document
      .querySelector('klachtbalie-chat')!
      .shadowRoot!.querySelector('.panel > [role=status]')!;
    new MutationObserver(() => said.push(status.textContent!.trim())).observe(status, {
      ...{ childList: true, characterData: true, subtree: true },
    });
    Object.assign(window, { said });
  });
  const release = gateway.hold('/api/conversation/messages');
  await chat.button('Ik heb een klacht').click();
  await page.clock.runFor(1200);
  await expect(page.locator('.typing')).toBeVisible();
  release();
  await expect(chat.log).toContainText('wat er is gebeurd');
  for (const answer of ['verhaal', 'gisteren', 'balie']) await chat.say(answer);
  const said = (await page.evaluate('window.said')) as string[];
  expect(said.filter(Boolean)).toEqual(['Klachtbalie schrijft een antwoord.', 'U kunt kiezen: Overslaan.']);
});

test('messages are plain text in their own direction', async ({ chat }) => {
  await chat.start();
  await chat.say('<b>vet</b> مرحبا');
  const own = chat.log.getByRole('listitem').nth(2);
  await expect(own).toContainText('<b>vet</b> مرحبا');
  await expect(own.locator('p')).toHaveCSS('unicode-bidi', 'plaintext');
});
