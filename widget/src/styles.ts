/** The style sheets of the shadow root, in order. */
import { unsafeCSS } from 'lit';
import buttons from './styles/buttons.css?inline';
import cards from './styles/cards.css?inline';
import composer from './styles/composer.css?inline';
import files from './styles/files.css?inline';
import host from './styles/host.css?inline';
import messages from './styles/messages.css?inline';
import panel from './styles/panel.css?inline';
import question from './styles/question.css?inline';
import tokens from './styles/tokens.css?inline';

export const styles = unsafeCSS(
  [tokens, host, buttons, panel, messages, cards, composer, files, question].join('\n'),
);
