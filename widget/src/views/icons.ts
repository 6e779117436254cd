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
  file: icon(
    svg`<path d="M19 11l-8 8a4.500 4.500 0 0 1-6.500-6.500l8.500-8.500a3 3 0 0 1 4.500 4.500l-8.500 8.500"/>`,
  ),
  newTab: icon(svg`<path d="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9"/>`),
};
