/** Shows the chat in one state, with answers that are played here instead of fetched. */
'use strict';

const COMPLAINT = {
  what: 'De medewerker aan de balie lachte mij uit toen ik een vraag stelde. Daarna liep hij weg.',
  when_from: '2026-11-10',
  when_to: '2026-11-10',
  when_time: '14:30',
  when_text: 'vorige week dinsdag om half drie',
  where: 'Aan de balie van het stadhuis',
  about: null,
  name: 'Anna de Vries',
  on_behalf_of: 'haar moeder',
  street: 'Stationsstraat',
  house_number: '12',
  addition: 'B',
  postcode: '1315KR',
  city: 'Almere',
  phone: '+31612345678',
  email: 'anna@voorbeeld.example',
};

const bot = (text, buttons = [], links = []) => ({
  from: 'bot',
  text,
  buttons,
  links,
});
const citizen = (text) => ({ from: 'citizen', text, buttons: [], links: [] });
const button = (title) => ({ id: title, title });

const WELCOME = [
  bot('Goedendag. Ik ben een computer en help u met uw klacht.'),
  bot('Waarmee kan ik u helpen?', [button('Ik heb een klacht'), button('Iets anders')]),
];
const STORY = [bot('Wat is er gebeurd?'), citizen(COMPLAINT.what)];
const SUMMARY = `Dit heb ik opgeschreven:\n\nWat er gebeurde: ${COMPLAINT.what}\n\nKlopt dit, en mag ik uw klacht versturen?`;
const ASKING_NAME = [...STORY, bot('Dank u wel. Hoe heet u?')];

const QUESTIONS = ['what', 'when', 'where', 'about', 'name', 'address', 'phone', 'email'];

const FILES = [
  { id: '1', name: 'foto van de balie.jpg', size: 1835008, media_type: 'image/jpeg', alt_text: 'De balie' },
  { id: '2', name: 'brief van 3 november.pdf', size: 84992, media_type: 'application/pdf', alt_text: '' },
];
const FILE_LIMITS = { files: 5, megabytes: 10 };

const never = () => new Promise(() => {});
const refuse = (status, detail) => async () => answer(status, { title: 'Probleem', status, detail });
const lose = async () => {
  throw new TypeError('no connection');
};

/** messages: what was said; state: what differs from an open conversation; send: what a new message meets; act: what the
 *  citizen does; shows: where to see that this is the state. */
const STATES = {
  gesloten: { isClosed: true, messages: [], shows: '.launcher' },
  begin: { messages: WELCOME },
  keuze: {
    messages: [
      citizen('De lantaarnpaal is al weken stuk en niemand belt terug'),
      bot('Gaat het om de lantaarnpaal zelf, of om hoe de gemeente met u omging?', [
        button('De lantaarnpaal'),
        button('Hoe de gemeente met mij omging'),
      ]),
    ],
    state: { asking: 'clarification' },
  },
  doorverwijzing: {
    messages: [
      citizen('Er ligt een losse tegel'),
      bot(
        'Dit is een melding, geen klacht. U kunt die zelf doorgeven.',
        [],
        [
          {
            title: 'Melding openbare ruimte',
            url: 'https://gemeente.example/melding',
          },
          { title: 'Bel 14 036', url: 'tel:14036' },
        ],
      ),
    ],
    state: { route: 'melding' },
  },
  vraag: { messages: ASKING_NAME, state: { asking: 'name' } },
  overslaan: {
    messages: [...STORY, bot('Op welk telefoonnummer kunnen we u bellen?', [button('Overslaan')])],
    state: { asking: 'phone' },
  },
  typen: {
    messages: ASKING_NAME,
    state: { asking: 'name' },
    send: never,
    act: () => say('Anna de Vries'),
    shows: '.typing',
  },
  lang: {
    messages: WELCOME,
    state: { asking: 'what' },
    act: () => type('Het begon zo. '.repeat(690)),
    shows: '.count',
  },
  'te-lang': {
    messages: WELCOME,
    state: { asking: 'what' },
    act: () => say('Het begon zo. '.repeat(740)),
    shows: '[aria-invalid]',
  },
  afgekeurd: {
    messages: ASKING_NAME,
    state: { asking: 'name' },
    send: refuse(422, 'Dit bericht kunnen we niet lezen. Schrijf het opnieuw.'),
    act: () => say('\u0000'),
    shows: '[aria-invalid]',
  },
  'geen-verbinding': {
    messages: ASKING_NAME,
    state: { asking: 'name' },
    send: lose,
    act: () => say('Anna de Vries'),
    shows: '.notice',
  },
  storing: {
    messages: ASKING_NAME,
    state: { asking: 'name' },
    send: refuse(
      503,
      'De klachtbalie is even niet bereikbaar. Uw bericht blijft staan. U kunt ook bellen: 14 036.',
    ),
    act: () => say('Anna de Vries'),
    shows: '.notice',
  },
  overzicht: {
    messages: [bot(SUMMARY, [button('Ja, dit klopt')])],
    state: {
      asking: 'confirmation',
      complaint: COMPLAINT,
      flags: ['on_behalf_of'],
      files: FILES,
      file_limits: FILE_LIMITS,
    },
  },
  bestanden: {
    messages: ASKING_NAME,
    state: { asking: 'name', files: FILES, file_limits: FILE_LIMITS },
    act: () => press('.files summary'),
    shows: '.files[open]',
  },
  'foto-beschrijven': {
    messages: ASKING_NAME,
    state: { asking: 'name', files: FILES, file_limits: FILE_LIMITS },
    act: () => choose(new File(['foto'], 'wachtruimte.jpg', { type: 'image/jpeg' })),
    shows: '#alt-text',
  },
  'bestand-onderweg': {
    messages: ASKING_NAME,
    state: { asking: 'name', files: FILES, file_limits: FILE_LIMITS },
    act: () => choose(new File(['brief'], 'verslag.pdf', { type: 'application/pdf' })),
    shows: 'progress',
  },
  'bestand-te-groot': {
    messages: ASKING_NAME,
    state: { asking: 'name', files: FILES, file_limits: FILE_LIMITS },
    act: () => choose(new File([new Uint8Array(11 * 1024 * 1024)], 'verslag.pdf')),
    shows: '#file-error',
  },
  waarschuwing: {
    messages: ASKING_NAME,
    state: { asking: 'name' },
    secondsLeft: 119,
    shows: '.clock[open]',
  },
  wissen: {
    messages: ASKING_NAME,
    state: { asking: 'name' },
    act: () => press('[aria-label="Gesprek wissen"]'),
    shows: '.wiping[open]',
  },
  ingediend: {
    messages: [
      citizen('Ja, dit klopt'),
      bot('U krijgt uiterlijk maandag 4 januari 2027 een uitspraak. We nemen eerst contact met u op.'),
    ],
    state: {
      status: 'submitted',
      complaint: COMPLAINT,
      reference: 'KL-2026-7Q4M8X',
      due: '2027-01-04',
      latest: '2027-02-01',
    },
    shows: '.receipt',
  },
  verlopen: {
    messages: ASKING_NAME,
    send: refuse(410, 'De chat is gesloten. U deed een tijd niets. Wat u schreef, is niet bewaard.'),
    act: () => say('Anna de Vries'),
    shows: '.restart',
  },
  gestopt: {
    messages: [bot('Het gesprek is gestopt. Wat u schreef, is gewist.')],
    state: { status: 'stopped' },
    shows: '.restart',
  },
  'start-mislukt': { messages: [], start: lose, shows: '.notice' },
};

const query = new URLSearchParams(location.search);
const scene = STATES[query.get('naam')] ?? STATES.begin;
const theme = query.get('thema') ?? '';
let chat;

function state() {
  const now = Date.now();
  const secondsLeft = scene.secondsLeft ?? 890;
  return {
    ...{
      status: 'open',
      route: 'klacht',
      asking: null,
      complaint: {},
      flags: [],
      reference: null,
    },
    designated_channel: true,
    progress: QUESTIONS.includes(scene.state?.asking)
      ? { number: QUESTIONS.indexOf(scene.state.asking) + 1, of: QUESTIONS.length }
      : null,
    ...scene.state,
    now: new Date(now).toISOString(),
    warn_at: new Date(now + (secondsLeft - 120) * 1000).toISOString(),
    expires_at: new Date(now + secondsLeft * 1000).toISOString(),
  };
}

function answer(status, body) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

/** Stands in for the gateway. */
window.fetch = async (address, { method }) => {
  if (String(address).endsWith('/messages')) return (scene.send ?? never)();
  if (scene.start) return scene.start();
  const messages = scene.messages.map((message, index) => ({
    id: `m${index}`,
    ...message,
  }));
  const isStart = method === 'POST' && String(address).endsWith('/conversations');
  return answer(isStart ? 201 : 200, {
    token: 'toestand',
    messages,
    state: state(),
  });
};

/** An upload that is at two fifths, and stays there. */
window.XMLHttpRequest = class {
  upload = {};
  open() {}
  abort() {}
  setRequestHeader() {}
  send() {
    this.upload.onprogress({ loaded: 2, total: 5 });
  }
};

/** Frames of one tab share their session storage; here each has none. */
Object.defineProperty(window, 'sessionStorage', {
  value: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
});

function find(selector) {
  return chat.shadowRoot.querySelector(selector);
}

function press(selector) {
  find(selector).click();
}

function type(text) {
  const field = find('textarea');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function choose(file) {
  const field = find('input[type=file]');
  const chosen = new DataTransfer();
  chosen.items.add(file);
  field.files = chosen.files;
  field.dispatchEvent(new Event('change'));
}

function say(text) {
  type(text);
  press('[type=submit]');
}

async function appears(selector) {
  while (!find(selector)) await new Promise(requestAnimationFrame);
}

async function showState() {
  chat = document.createElement('klachtbalie-chat');
  chat.theme = theme;
  chat.open = !scene.isClosed;
  document.body.append(chat);
  if (scene.act) {
    await appears('.messages > li');
    scene.act();
  }
  await appears(scene.shows ?? '.messages > li');
  document.body.dataset.ready = 'yes';
}

if (query.get('naam')) addEventListener('load', () => void showState());
window.klachtbalieStates = Object.keys(STATES);
