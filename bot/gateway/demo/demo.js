/** A button of the page that opens the chat, as docs/inbouwen.md shows; without the script of the chat there is none. */
'use strict';

const opener = document.getElementById('chat-openen');

void customElements.whenDefined('klachtbalie-chat').then(() => {
  opener.hidden = false;
  opener.addEventListener('click', () => {
    document.querySelector('klachtbalie-chat').open = true;
  });
});
