/** What the citizen does with files, by button, keyboard or drop, and where the focus goes then. */
import type { Conversation } from './conversation';
import type { Screen } from './screen';
import type { AddedFile } from './protocol';
import type { FileActions } from './views/files';

export class FileDesk implements FileActions {
  constructor(
    private readonly chat: () => Conversation,
    private readonly screen: Screen,
    /** Resolves when the screen shows the latest. */
    private readonly shown: () => Promise<unknown>,
  ) {}

  readonly pick = (): void => this.screen.find('input[type=file]').click();

  readonly choose = async (files: Iterable<File>): Promise<void> => {
    this.chat().evidence.add(files);
    await this.#goOn();
  };

  readonly describe = async (text: string): Promise<void> => {
    this.chat().evidence.describe(text);
    await this.#goOn();
  };

  readonly skip = async (): Promise<void> => {
    this.chat().evidence.skip();
    await this.#goOn();
  };

  readonly type = (): void => this.chat().touch();

  readonly remove = async (file: AddedFile): Promise<void> => {
    await this.chat().evidence.remove(file);
    await this.shown();
    this.screen.focus('.add-file');
  };

  readonly dragOver = (event: DragEvent): void => {
    const isOffered = this.chat().evidence.canAdd && holdsFiles(event);
    if (isOffered) event.preventDefault();
    this.#showDrop(isOffered);
  };

  readonly drop = (event: DragEvent): void => {
    this.#showDrop(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    void this.choose(event.dataTransfer!.files);
  };

  readonly dragLeave = (): void => this.#showDrop(false);

  #showDrop(isOffered: boolean): void {
    this.screen.find('.panel').classList.toggle('dropping', isOffered);
  }

  /** To the question about the next photo, or where the citizen came from. */
  async #goOn(): Promise<void> {
    await this.shown();
    this.screen.focus('#alt-text', '.add-file');
    this.screen.show('.files form');
  }
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return !!dataTransfer?.types.includes('Files');
}
