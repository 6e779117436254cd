/** Puts all states of the chat side by side, each in a frame of its own. */
'use strict';

const list = document.getElementById('toestanden');
const select = document.getElementById('thema');

function show(theme) {
  list.replaceChildren(...window.klachtbalieStates.map((name) => frame(name, theme)));
}

function frame(name, theme) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const view = document.createElement('iframe');
  link.href = `/demo/toestand.html?${new URLSearchParams({ naam: name, thema: theme })}`;
  link.textContent = name.replaceAll('-', ' ');
  view.src = link.href;
  view.title = `Toestand: ${link.textContent}`;
  view.loading = 'lazy';
  item.append(link, view);
  return item;
}

select.addEventListener('change', () => show(select.value));
show(select.value);
