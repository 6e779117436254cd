/** Hands the copy of a submitted complaint to the citizen: as a download, or in a tab of its own to print. */

const KEEP_MS = 60_000;

/** Save a copy under a name that carries the reference. */
export function save(copy: Blob, reference: string | null): void {
  const link = document.createElement('a');
  link.href = temporaryUrl(copy);
  link.download = `klacht-${reference ?? 'kopie'}.${copy.type.includes('pdf') ? 'pdf' : 'html'}`;
  link.click();
}

/** Show a copy in a tab that was opened while the click still counted. */
export function show(copy: Blob, tab: Window): void {
  tab.location.replace(temporaryUrl(copy));
}

function temporaryUrl(copy: Blob): string {
  const url = URL.createObjectURL(copy);
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
  return url;
}
