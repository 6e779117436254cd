/** The bundle's entry: defines <klachtbalie-chat> once per page. */
import { KlachtbalieChat } from './element';

const NAME = 'klachtbalie-chat';
const script = document.currentScript as HTMLScriptElement | null;

if (!customElements.get(NAME)) {
  KlachtbalieChat.home = script?.src ? new URL(script.src).origin : '';
  customElements.define(NAME, KlachtbalieChat);
}
