/** The few drawings of the widget, all decoration beside text. */
import { svg, html, type TemplateResult } from 'lit';

function icon(shape: TemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;
}

export const icons = {
  chat: icon(svg`<path d="M4 5h16v11H10l-5 4v-4H4z"/><path d="M8 9h8M8 12h5"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  wipe: icon(svg`<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5"/>`),
  check: icon(svg`<path d="M5 12.500l5 5L19.500 7"/>`),
  newTab: icon(svg`<path d="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9"/>`),
};
