/** What a screen shows of one conversation, and nothing of how it came about. */
import type { Entry } from './entries';
import type { State } from './protocol';

export type Phase = 'idle' | 'starting' | 'open' | 'ended';
export type Ending = 'expired' | 'stopped' | 'wiped';

export class ConversationState {
  phase: Phase = 'idle';
  entries: Entry[] = [];
  state: State | null = null;
  /** What stands in the text field; in memory only. */
  draft = '';
  /** What is wrong with the text in the field. */
  fieldError: string | null = null;
  /** What is wrong with the connection or the server. */
  notice: string | null = null;
  ending: { reason: Ending; text: string } | null = null;
  /** The entries came back after a reload: nothing in them is news. */
  isReplay = false;
  extendFailed = false;

  /** Forget everything; what remains is the phase. */
  protected clear(phase: Phase): void {
    Object.assign(this, new ConversationState(), { phase });
  }
}
