/** The bundle's entry: defines <klachtbalie-chat>, once per page and only where it can be shown. */

const NAME = 'klachtbalie-chat';
const script = document.currentScript as HTMLScriptElement | null;

/** A browser without this would show the chat without its colours; it shows what stands between the tags instead. */
const knowsColours = CSS.supports('color', 'light-dark(#000, #fff)');

/** Nothing of the rest runs in vain: a second copy of Lit may clash with the page's security policy. */
async function define(): Promise<void> {
  const { KlachtbalieChat } = await import('./element');
  KlachtbalieChat.home = script?.src ? new URL(script.src).origin : '';
  customElements.define(NAME, KlachtbalieChat);
}

if (knowsColours && !customElements.get(NAME)) void define();
