/** The conversation as a list on the screen: append only, one stable key per message. */
import type { Button, Link, Message } from './protocol';

export interface Entry {
  /** Stays the same when the server's version of a message replaces the one just typed. */
  key: string;
  /** The server's id, or null while the message is under way. */
  id: string | null;
  from: 'bot' | 'citizen';
  text: string;
  links: Link[];
  buttons: Button[];
}

/** Append what is new; the first new message of the citizen takes the place of the one under way. */
export function merge(entries: readonly Entry[], messages: readonly Message[]): Entry[] {
  const merged = [...entries];
  for (const message of messages) {
    if (merged.some((entry) => entry.id === message.id)) continue;
    const waiting = message.from === 'citizen' ? merged.findIndex((entry) => entry.id === null) : -1;
    if (waiting < 0) merged.push({ key: message.id, ...message });
    else merged[waiting] = { ...message, key: merged[waiting]!.key };
  }
  return merged;
}

/** Settle the list after an answer: a message that the server did not give back is delivered all the same. */
export function settle(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => (entry.id === null ? { ...entry, id: entry.key } : entry));
}

/** The buttons that still can be pressed: those given since the citizen's last message. */
export function openButtons(entries: readonly Entry[]): Button[] {
  const lastAnswer = entries.findLastIndex((entry) => entry.from === 'citizen');
  return entries.slice(lastAnswer + 1).flatMap((entry) => entry.buttons);
}
