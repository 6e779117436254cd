/** Opening and closing of the native dialogs: the panel beside the page or over it, the questions over all. */

/** Where the panel takes the whole screen, and so has to be modal; the style sheet uses the same limits. */
export const FULL_SCREEN = '(width < 35em), (height < 30em)';

/** Bring the panel in line; beside the page it opens without taking the focus. */
export function syncPanel(panel: HTMLDialogElement, isOpen: boolean, isModal: boolean): void {
  if (panel.open && isOpen && panel.matches(':modal') === isModal) return;
  const focused = (panel.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  if (panel.open) panel.close();
  if (!isOpen) return;
  if (isModal) panel.showModal();
  else panel.setAttribute('open', '');
  if (focused && panel.contains(focused)) focused.focus();
}

export function syncQuestion(question: HTMLDialogElement, isOpen: boolean): void {
  if (question.open === isOpen) return;
  if (isOpen) question.showModal();
  else question.close();
}

/** Keep the panel as high as what is visible above an on-screen keyboard. */
export function fitPanel(panel: HTMLElement): void {
  panel.style.setProperty('--_visible-height', `${visualViewport?.height ?? innerHeight}px`);
}

/** Show the newest messages: their end when they fit, else the start of the first new one. */
export function scrollToNews(panel: HTMLElement, scroller: HTMLElement, firstNew: HTMLElement): void {
  const box = scroller.scrollHeight > scroller.clientHeight ? scroller : panel;
  const margin = 16;
  const top = firstNew.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - margin;
  box.scrollTop = Math.min(top, box.scrollHeight - box.clientHeight);
}

/** Let the text field grow with its text, in browsers that do not do so themselves. */
export function fitField(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports('field-sizing', 'content')) return;
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
