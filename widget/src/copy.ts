/** Hands the copy of a submitted complaint to the citizen; each answer is what the screen says about it. */
import type { Conversation } from './conversation';
import { texts } from './texts';

const KEEP_MS = 60_000;

/** Save the copy as a download: a PDF, or a page where the server makes no PDF. */
export async function saveCopy(chat: Conversation): Promise<string> {
  const copy = (await chat.copy('application/pdf')) ?? (await chat.copy('text/html'));
  if (!copy) return texts.copyFailed;
  const link = document.createElement('a');
  link.href = temporaryUrl(copy);
  link.download = `klacht-${chat.state?.reference ?? 'kopie'}.${copy.type.includes('pdf') ? 'pdf' : 'html'}`;
  link.click();
  return texts.copySaved;
}

/** Show the copy in a tab of its own, opened while the click still counts. */
export async function showCopy(chat: Conversation): Promise<string> {
  const tab = open('', '_blank');
  const copy = await chat.copy('text/html');
  if (copy && tab) tab.location.replace(temporaryUrl(copy));
  else tab?.close();
  return copy && tab ? '' : texts.copyFailed;
}

function temporaryUrl(copy: Blob): string {
  const url = URL.createObjectURL(copy);
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
  return url;
}
