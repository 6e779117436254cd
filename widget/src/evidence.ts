/** Files that the citizen adds: one upload at a time, photos described first, nothing kept in the browser. */
import { fileTexts } from './file-texts';
import { Problem, Unreachable } from './problems';
import type { AddedFile, State, Transport } from './protocol';

/** Phones turn their own format into JPEG when a page asks for that. */
export const ACCEPT = 'image/jpeg,image/png,image/webp,application/pdf,.pdf,.doc,.docx,.odt';

export interface EvidenceEvents {
  onChange(): void;
  onState(state: State): void;
  onGone(problem: Problem): void;
  /** An upload may take long; the conversation must not expire meanwhile. */
  onProgress(): void;
  say(text: string): void;
}

export class Evidence {
  upload: { name: string; part: number } | null = null;
  error: string | null = null;
  #waiting: File[] = [];
  #stop = new AbortController();

  constructor(
    private readonly transport: Transport,
    private readonly state: () => State | null,
    private readonly events: EvidenceEvents,
  ) {}

  get files(): readonly AddedFile[] {
    return this.state()?.files ?? [];
  }

  /** Whether the complaint is being taken down, and the server takes files. */
  get canAdd(): boolean {
    const state = this.state();
    return !!state?.file_limits && state.asking !== null && state.asking !== 'clarification';
  }

  /** The photo that waits for its description. */
  get photo(): File | null {
    const next = this.#waiting[0];
    return !this.upload && next && isPhoto(next) ? next : null;
  }

  get isBusy(): boolean {
    return this.upload !== null || this.#waiting.length > 0;
  }

  /** What there is to see about files, so that a change can be noticed; empty without any. */
  get news(): string {
    const names = [...this.files.map((file) => file.name), this.upload?.name, this.error];
    return names.filter(Boolean).join('\n');
  }

  add(files: Iterable<File>): void {
    if (!this.canAdd) return;
    this.error = null;
    for (const file of files) {
      this.error = this.#refusal(file) ?? this.error;
      if (!this.#refusal(file)) this.#waiting.push(file);
    }
    this.#next();
  }

  #refusal(file: File): string | null {
    const { files, megabytes } = this.state()!.file_limits!;
    if (file.size > megabytes * 1024 * 1024) return fileTexts.tooLarge(file.name, megabytes);
    const count = this.files.length + this.#waiting.length + (this.upload ? 1 : 0);
    return count >= files ? fileTexts.tooMany(files) : null;
  }

  /** Add the photo that waits, with what is to be seen on it. */
  describe(altText: string): void {
    if (this.photo) void this.#send(this.#waiting.shift()!, altText.trim());
  }

  /** Leave out the photo that waits. */
  skip(): void {
    if (this.photo) this.#waiting.shift();
    this.#next();
  }

  #next(): void {
    const next = this.#waiting[0];
    if (next && !this.upload && !isPhoto(next)) void this.#send(this.#waiting.shift()!, '');
    this.events.onChange();
  }

  async #send(file: File, altText: string): Promise<void> {
    const { signal } = this.#stop;
    this.error = null;
    this.upload = { name: file.name, part: 0 };
    this.events.say(fileTexts.adding(file.name));
    await this.#ask(fileTexts.notSent(file.name), signal, async () => {
      const reply = await this.transport.addFile(file, altText, (part) => this.#onProgress(part), signal);
      this.events.say(fileTexts.added(reply.file.name));
      return reply.state;
    });
    if (signal.aborted) return;
    this.upload = null;
    this.#next();
  }

  #onProgress(part: number): void {
    if (this.upload) this.upload = { ...this.upload, part };
    this.events.onProgress();
    this.events.onChange();
  }

  async remove(file: AddedFile): Promise<void> {
    this.error = null;
    await this.#ask(fileTexts.notRemoved(file.name), this.#stop.signal, async () => {
      const state = await this.transport.removeFile(file.id);
      this.events.say(fileTexts.removed(file.name));
      return state;
    });
    this.events.onChange();
  }

  /** Say that a file has to be finished before the complaint can be sent. */
  remind(): void {
    this.error = fileTexts.first;
    this.events.onChange();
  }

  clear(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#waiting = [];
    this.upload = null;
    this.error = null;
  }

  async #ask(failed: string, signal: AbortSignal, question: () => Promise<State>): Promise<void> {
    try {
      const state = await question();
      if (!signal.aborted) this.events.onState(state);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Problem && error.isGone) this.events.onGone(error);
      else if (error instanceof Problem) this.error = error.detail;
      else if (error instanceof Unreachable) this.error = failed;
      else throw error;
    }
  }
}

function isPhoto(file: File): boolean {
  return file.type.startsWith('image/');
}
