/** Every sentence the widget itself says to the citizen. */
import type { Question, State } from './protocol';

export const texts = {
  title: 'Klachtbalie',
  subtitle: 'U chat met een computer',
  launch: 'Klacht? Chat met ons',
  resume: 'Verder met uw gesprek',
  close: 'Chat sluiten',
  log: 'Gesprek',
  bot: 'Klachtbalie',
  citizen: 'U',
  typing: 'Klachtbalie schrijft een antwoord.',
  resumed: 'Uw gesprek staat er weer.',
  starting: 'We starten het gesprek.',
  choices: 'Kies een antwoord',
  label: 'Uw bericht',
  send: 'Versturen',
  hint: 'Enter verstuurt. Shift en Enter begint een nieuwe regel.',
  waiting: 'Even wachten: uw vorige bericht wordt nog verstuurd.',
  tooLong: 'Uw bericht is te lang. Maak het korter, of verstuur het in twee delen.',
  notSent: 'Nog niet verstuurd',
  retry: 'Opnieuw proberen',
  offline: 'Geen verbinding. Uw bericht blijft staan. We proberen het steeds opnieuw.',
  online: 'De verbinding is terug.',
  busy: 'Het is druk. We proberen het zo opnieuw.',
  unknownProblem: 'Er ging iets mis. Probeer het opnieuw, of bel de gemeente.',
  startFailed: 'Het gesprek kan nu niet beginnen. Probeer het opnieuw, of bel de gemeente.',
  newTab: '(opent in een nieuw tabblad)',
  lastStep: 'Laatste stap',
  summary: 'Controleer uw klacht',
  summaryReady: 'Controleer hieronder uw klacht.',
  change: 'Wijzig',
  inText: 'Overzicht als tekst',
  skipped: 'Niet ingevuld',
  wrote: 'U schreef:',
  onBehalfOf: 'namens',
  since: 'sinds',
  from: 'van',
  upTo: 'tot en met',
  clockTitle: 'Bent u er nog?',
  clockText: 'Doet u niets? Dan sluiten we de chat en wissen we wat u heeft geschreven.',
  clockSubmittedText: 'Doet u niets? Dan sluiten we de chat. Uw klacht blijft bewaard.',
  clockLeft: 'Nog',
  stillOpen: 'open',
  clockSoon: 'Nog hooguit 30 seconden. Kies Ik ben er nog om verder te gaan.',
  clockExtend: 'Ik ben er nog',
  clockFailed: 'Verlengen lukt niet. Controleer uw verbinding en probeer het opnieuw.',
  wipe: 'Gesprek wissen',
  wipeTitle: 'Gesprek wissen?',
  wipeText: 'Alles wat u heeft geschreven verdwijnt. U kunt dit niet terugdraaien.',
  wipeNextText:
    'Uw eerdere klacht blijft bewaard. Wat u daarna schreef, verdwijnt. U kunt dit niet terugdraaien.',
  wipeUnsureText: 'Dit gesprek verdwijnt. Wij weten nog niet of uw klacht is bewaard.',
  wipeSubmittedText: 'Uw klacht blijft bewaard. Alleen dit gesprek verdwijnt.',
  wipeCancel: 'Niet wissen',
  wipeFailed: 'Wissen lukt niet. Controleer uw verbinding en probeer het opnieuw.',
  earlier: 'Uw eerdere klacht',
  reference: 'Uw kenmerk',
  due: 'Uiterste datum van onze uitspraak',
  latest: 'Uiterste datum als wij meer tijd nodig hebben',
  download: 'Kopie opslaan',
  print: 'Afdrukversie openen',
  copyFailed: 'De kopie kan nu niet worden opgehaald. Probeer het zo opnieuw.',
  copySaved: 'De kopie is opgeslagen bij uw downloads.',
  ended: {
    closed: 'De chat is gesloten.',
    expired:
      'De chat is gesloten. U deed een tijd niets. Had u uw klacht nog niet verstuurd? Dan is er niets bewaard.',
    stopped: 'Het gesprek is gestopt. Wat u schreef, is gewist.',
    wiped: 'Het gesprek is gewist.',
  },
  restart: 'Opnieuw beginnen',
} as const;

/** How each field is named in the summary, as the assistant names it, and what its change button says to it. */
export const fieldTexts: Record<Question, { label: string; change: string }> = {
  what: { label: 'Wat er gebeurde', change: 'Ik wil wijzigen wat er gebeurde' },
  when: { label: 'Wanneer', change: 'Ik wil de datum wijzigen' },
  where: { label: 'Waar of hoe', change: 'Ik wil de plaats wijzigen' },
  about: { label: 'Over wie of welke afdeling', change: 'Ik wil wijzigen over wie het gaat' },
  name: { label: 'Naam', change: 'Ik wil mijn naam wijzigen' },
  address: { label: 'Adres', change: 'Ik wil mijn adres wijzigen' },
  phone: { label: 'Telefoon', change: 'Ik wil mijn telefoonnummer wijzigen' },
  email: { label: 'E-mail', change: 'Ik wil mijn e-mailadres wijzigen' },
};

/** A chat that is no filing channel only prepares the complaint: article 2:13 Awb. */
export function receiptTitle({ designated_channel }: State): string {
  return designated_channel ? 'Uw klacht is ontvangen' : 'Uw klacht is klaargezet';
}

export function storedText(reference: string): string {
  return `Uw klacht is bewaard. Uw kenmerk is ${reference}.`;
}

/** For a confirmation that got no answer; *isNext* when an earlier complaint was stored. */
export function fateUnknownText(isNext: boolean): string {
  const complaint = isNext ? 'uw volgende klacht' : 'uw klacht';
  return `Wij weten niet of ${complaint} is bewaard. Bel de gemeente, of probeer het opnieuw.`;
}

export function progressText(number: number, total: number): string {
  return `Vraag ${number} van ${total}`;
}

export function charactersText(left: number): string {
  const unit = Math.abs(left) === 1 ? 'teken' : 'tekens';
  return left >= 0 ? `Nog ${left} ${unit}` : `${-left} ${unit} te veel`;
}

/** How long the chat stays open, without counting seconds. */
export function timeLeftText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) return 'Nog minder dan 1 minuut';
  return minutes === 1 ? 'Nog 1 minuut' : `Nog ${minutes} minuten`;
}

export function choicesText(titles: readonly string[]): string {
  return titles.length ? `U kunt kiezen: ${titles.join(', ')}.` : '';
}
