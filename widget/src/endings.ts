/** What the citizen reads when a conversation is over: never more than is known of the complaint. */
import type { Problem } from './problems';
import type { State } from './protocol';
import { fateUnknownText, storedText, texts } from './texts';

/** What this screen knew when the conversation ended. */
export interface LastKnown {
  /** Of the complaint that was stored last. */
  reference: string | null;
  /** The turn that may store a complaint was under way. */
  mayBeStored: boolean;
}

/** With these codes the server knows that nothing was stored, unless it names a reference. */
const CERTAIN: readonly (string | null)[] = ['expired', 'stopped'];

/** The end by silence; *problem* is null when the server could not be asked. */
export function expiryText(known: LastKnown, problem: Problem | null): string {
  if (problem && tells(problem, known)) return withReference(problem);
  const fate = fateText(known);
  if (fate) return `${texts.ended.closed} ${fate}`;
  return problem?.detail ?? texts.ended.expired;
}

/** The end that the citizen asked for; *problem* says that it had come already. */
export function wipedText(known: LastKnown, problem: Problem | null): string {
  const reference = problem?.reference ?? known.reference;
  return `${texts.ended.wiped} ${fateText({ ...known, reference })}`.trim();
}

/** What the citizen loses by wiping, and what not. */
export function wipeWarning({ reference, mayBeStored }: LastKnown, state: State | null): string {
  if (mayBeStored) return texts.wipeUnsureText;
  if (state?.status === 'submitted') return texts.wipeSubmittedText;
  return reference ? texts.wipeNextText : texts.wipeText;
}

/** Whether the server says what became of the complaint that was last spoken about. */
function tells(problem: Problem, known: LastKnown): boolean {
  if (problem.reference) return problem.reference !== known.reference || !known.mayBeStored;
  return CERTAIN.includes(problem.code) && !known.reference;
}

function withReference({ detail, reference }: Problem): string {
  return !reference || detail.includes(reference) ? detail : `${detail} ${texts.reference}: ${reference}.`;
}

function fateText({ reference, mayBeStored }: LastKnown): string {
  const stored = reference ? storedText(reference) : '';
  return `${stored} ${mayBeStored ? fateUnknownText(reference !== null) : ''}`.trim();
}
