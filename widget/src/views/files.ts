/** The files that came along, the photo that waits for its description, and the button to add one. */
import { html, nothing, type TemplateResult } from 'lit';
import { ACCEPT, type Evidence } from '../evidence';
import { fileTexts, sizeText } from '../file-texts';
import type { AddedFile } from '../protocol';
import { icons } from './icons';

export interface FileActions {
  pick(): void;
  choose(files: Iterable<File>): void;
  /** Someone who describes a photo is not silent. */
  type(): void;
  describe(text: string): void;
  skip(): void;
  remove(file: AddedFile): void;
  dragOver(event: DragEvent): void;
  dragLeave(): void;
  drop(event: DragEvent): void;
}

export function addButton(actions: FileActions): TemplateResult {
  return html`
    <div class="adding">
      <button type="button" class="add-file" aria-describedby="file-hint file-error" @click=${actions.pick}>
        ${icons.file}${fileTexts.add}
      </button>
      <span id="file-hint">${fileTexts.hint}</span>
      <input type="file" hidden multiple accept=${ACCEPT} @change=${chosen(actions)} />
    </div>
  `;
}

export function filesCard(evidence: Evidence, actions: FileActions): TemplateResult | typeof nothing {
  const { files, upload, photo, error } = evidence;
  if (!files.length && !evidence.isBusy && !error) return nothing;
  return html`
    <details class="card files" ?open=${evidence.isBusy || error !== null}>
      <summary>${fileTexts.title} (${files.length})</summary>
      <ul>
        ${files.map((file) => row(file, evidence.canAdd, actions))} ${upload ? progress(upload) : nothing}
      </ul>
      ${photo ? question(photo, actions) : nothing}
      <p id="file-error" class="error" role="alert">${error ?? ''}</p>
    </details>
  `;
}

function row(file: AddedFile, canRemove: boolean, actions: FileActions): TemplateResult {
  const button = html`
    <button type="button" @click=${() => actions.remove(file)}>
      ${fileTexts.remove}<span class="visually-hidden"> ${file.name}</span>
    </button>
  `;
  return html`
    <li>
      <div>
        <strong>${file.name}</strong> <span>${sizeText(file.size)}</span>
        ${file.alt_text ? html`<p>${file.alt_text}</p>` : nothing}
      </div>
      ${canRemove ? button : nothing}
    </li>
  `;
}

function progress({ name, part }: { name: string; part: number }): TemplateResult {
  return html`
    <li class="uploading">
      <strong id="upload-name">${name}</strong>
      <progress aria-labelledby="upload-name" max="1" value=${part}></progress>
    </li>
  `;
}

function question(photo: File, actions: FileActions): TemplateResult {
  return html`
    <form @submit=${described(actions)}>
      <label for="alt-text">${fileTexts.describe(photo.name)}</label>
      <p id="alt-hint">${fileTexts.describeHint}</p>
      <input
        id="alt-text"
        maxlength="500"
        autocomplete="off"
        aria-describedby="alt-hint"
        @input=${actions.type}
      />
      <div class="buttons">
        <button type="submit" class="primary">${fileTexts.addPhoto}</button>
        <button type="button" class="secondary" @click=${actions.skip}>${fileTexts.skipPhoto}</button>
      </div>
    </form>
  `;
}

function chosen(actions: FileActions) {
  return ({ target }: Event) => {
    const input = target as HTMLInputElement;
    if (input.files?.length) actions.choose(input.files);
    input.value = ''; // so that the same file can be chosen again
  };
}

function described(actions: FileActions) {
  return (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.querySelector('input')!;
    const text = field.value;
    field.value = '';
    actions.describe(text);
  };
}
