/** A small scripted assistant: enough of the intake to try the widget against, no language understanding. */
import type {
  Asking,
  Button,
  Complaint,
  Link,
  Message,
  Progress,
  Question,
  State,
  Turn,
} from '../../src/protocol';
import { questions } from '../../src/summary';
import { fieldTexts } from '../../src/texts';

const QUESTIONS: Record<Question, string> = {
  what: 'Vertel in uw eigen woorden wat er is gebeurd.',
  when: 'Wanneer was dit?',
  where: 'Waar was dit?',
  about: 'Over welke afdeling of medewerker gaat het?',
  name: 'Hoe heet u?',
  address: 'Wat is uw adres?',
  phone: 'Op welk telefoonnummer kunnen we u bellen?',
  email: 'Wat is uw e-mailadres?',
};
const OPTIONAL: readonly Question[] = ['about', 'phone', 'email'];
const SKIP = 'Overslaan';
const BEGIN = 'Ik heb een klacht';
const CONFIRM = 'Ja, dit klopt';
const CHANGE = 'Nee, ik wil iets wijzigen';
const SUBMIT_AFTER_ALL = 'Het klopt toch, versturen';

interface Answer {
  text: string;
  /** Titles; the id of a button is its place. */
  buttons?: string[];
  links?: Link[];
}

export class FakeIntake {
  readonly messages: Message[] = [];
  status: State['status'] = 'open';
  route: string | null = null;
  asking: Asking = null;
  complaint: Complaint = {};
  reference: string | null = null;
  #skipped = new Set<Question>();

  constructor() {
    this.#add('bot', {
      text: 'Goedendag. Ik ben een computer en help u met uw klacht.\nWat u schrijft, bewaren we pas als u de klacht indient.',
    });
    this.#add('bot', { text: 'Waarmee kan ik u helpen?', buttons: [BEGIN, 'Ik heb eerst een vraag'] });
  }

  /** Take one turn; the answer is the messages since then. */
  take(turn: Turn): Message[] | null {
    const from = this.messages.length;
    const button = 'button' in turn ? this.#offered(turn.button) : undefined;
    if ('button' in turn && !button) return null;
    const text = button ? button.title : (turn as { text: string }).text;
    this.#add('citizen', { text: text.replace(/\b\d{9}\b/g, '•••••••••') });
    for (const answer of this.#answer(text)) this.#add('bot', answer);
    return this.messages.slice(from);
  }

  #offered(id: string): Button | undefined {
    return this.messages.flatMap((message) => message.buttons).find((button) => button.id === id);
  }

  /** Ids as the engine makes them: the place in the conversation. A turn takes the earlier buttons away. */
  #add(from: Message['from'], { text, buttons = [], links = [] }: Answer): void {
    const id = `0-${this.messages.length}`;
    if (from === 'citizen') for (const message of this.messages) message.buttons = [];
    const offered = buttons.map((title, place) => ({ id: `${id}-${place}`, title }));
    this.messages.push({ id, from, text, buttons: offered, links });
  }

  #answer(said: string): Answer[] {
    if (/^stop$/i.test(said)) return this.#stop();
    if (/tegel/i.test(said)) return this.#melding();
    if (said === BEGIN) return this.#begin();
    if ([CONFIRM, SUBMIT_AFTER_ALL].includes(said)) return this.#submit();
    if (this.asking === 'confirmation') return this.#change(said);
    if (this.status === 'submitted' && /nieuwe klacht/i.test(said)) return this.#next();
    if (this.status === 'submitted')
      return [{ text: `Uw klacht is verstuurd. Het kenmerk is ${this.reference}.` }];
    return this.#store(said);
  }

  #begin(): Answer[] {
    this.route = 'klacht';
    return this.#ask('what', 'Dat is vervelend.');
  }

  /** A second complaint; the reference of the first stays. */
  #next(): Answer[] {
    this.status = 'open';
    this.complaint = {};
    this.#skipped.clear();
    return this.#begin();
  }

  #stop(): Answer[] {
    this.status = 'stopped';
    return [{ text: 'Het gesprek is gestopt. Alles wat u schreef, is gewist.' }];
  }

  #melding(): Answer[] {
    this.route = 'melding';
    const links = [
      { title: 'Melding openbare ruimte', url: 'https://gemeente.example/melding' },
      { title: 'Bel 14 036', url: 'tel:14036' },
    ];
    return [{ text: 'Dit is een melding, geen klacht. U kunt die zelf doorgeven.', links }];
  }

  #store(said: string): Answer[] {
    const field = (this.asking as Question | null) ?? 'what';
    this.route = 'klacht';
    if (said === SKIP) this.#skipped.add(field);
    else Object.assign(this.complaint, this.#read(field, said));
    const [next] = this.#open;
    return next ? this.#ask(next, 'Dank u wel.') : this.#confirm();
  }

  #read(field: Question, said: string): Complaint {
    if (field === 'when')
      return { when_from: '2026-11-10', when_to: '2026-11-10', when_time: '14:30', when_text: said };
    if (field === 'address')
      return { street: 'Stationsstraat', house_number: '12', postcode: '1315KR', city: 'Almere' };
    return { [field]: said };
  }

  get #open(): Question[] {
    return questions.filter((question) => !this.#skipped.has(question) && !this.#has(question));
  }

  /** As the server counts: what is open still, not the place of the question. */
  get progress(): Progress | null {
    if (this.route !== 'klacht' || this.status !== 'open') return null;
    const { length } = this.#open;
    return { number: questions.length - length + (length ? 1 : 0), of: questions.length };
  }

  #has(question: Question): boolean {
    const key = { when: 'when_text', address: 'street' }[question as string] ?? question;
    return !!this.complaint[key];
  }

  #ask(question: Question, before: string): Answer[] {
    this.asking = question;
    return [{ text: `${before} ${QUESTIONS[question]}`, buttons: OPTIONAL.includes(question) ? [SKIP] : [] }];
  }

  #confirm(): Answer[] {
    this.asking = 'confirmation';
    const buttons = [CONFIRM, CHANGE];
    const summary = `Wat er gebeurde: ${this.complaint.what}\nNaam: ${this.complaint.name}`;
    return [{ text: `Dit heb ik opgeschreven:\n\n${summary}\n\nKlopt dit?`, buttons }];
  }

  #change(said: string): Answer[] {
    const labels = questions.map((question) => fieldTexts[question].label);
    if (said === CHANGE) return [{ text: 'Wat wilt u wijzigen?', buttons: [...labels, SUBMIT_AFTER_ALL] }];
    const words: [RegExp, Question][] = [
      [/telefoon/i, 'phone'],
      [/naam/i, 'name'],
      [/adres/i, 'address'],
      [/datum/i, 'when'],
    ];
    const field = words.find(([pattern]) => pattern.test(said))?.[1];
    return field ? this.#ask(field, 'Dat kan.') : this.#confirm();
  }

  #submit(): Answer[] {
    this.status = 'submitted';
    this.asking = null;
    this.reference = 'KL-2026-7Q4M8X';
    return [
      { text: 'Uw klacht is ingediend.' },
      { text: 'U krijgt uiterlijk maandag 4 januari 2027 een uitspraak. We nemen eerst contact met u op.' },
    ];
  }
}
