/** States, messages and a transport to test with. */
import type { AddedFile, FileReply, Message, Reply, State, Transport, Turn } from '../../src/protocol';

export const NOW = Date.parse('2026-11-20T10:00:00Z');

export function createState(changes: Partial<State> = {}, secondsLeft = 900): State {
  return {
    ...{ status: 'open', route: null, asking: null, complaint: {}, flags: [], reference: null },
    designated_channel: true,
    now: new Date(Date.now()).toISOString(),
    warn_at: new Date(Date.now() + (secondsLeft - 120) * 1000).toISOString(),
    expires_at: new Date(Date.now() + secondsLeft * 1000).toISOString(),
    ...changes,
  };
}

export function createMessage(id: string, changes: Partial<Message> = {}): Message {
  return { id, from: 'bot', text: `bericht ${id}`, buttons: [], links: [], ...changes };
}

export function createFile(name: string, changes: Partial<AddedFile> = {}): AddedFile {
  return { id: name, name, size: 2048, media_type: 'application/pdf', alt_text: '', ...changes };
}

/** Answers what a test tells it to, and remembers what it was asked. */
export class FakeTransport implements Transport {
  isResumable = false;
  readonly sent: { turn: Turn; key: string }[] = [];
  readonly calls: string[] = [];
  answers: (Reply | Error)[] = [];
  keepAliveAnswer: () => Promise<State> = async () => createState();
  readonly added: { name: string; altText: string }[] = [];
  addAnswer: (file: File, altText: string, signal: AbortSignal) => Promise<FileReply> = async (
    { name },
    alt_text,
  ) => {
    const file = createFile(name, { alt_text });
    return { file, state: createState({ files: [file] }) };
  };
  removeAnswer: State | Error = createState();
  copyAnswer: Blob | Error = new Blob(['kopie'], { type: 'application/pdf' });

  resumable(): boolean {
    return this.isResumable;
  }
  start(): Promise<Reply> {
    return this.#answer('start');
  }
  resume(): Promise<Reply> {
    return this.#answer('resume');
  }
  send(turn: Turn, key: string): Promise<Reply> {
    this.sent.push({ turn, key });
    return this.#answer('send');
  }
  keepAlive(): Promise<State> {
    this.calls.push('keepAlive');
    return this.keepAliveAnswer();
  }
  async addFile(
    file: File,
    altText: string,
    onProgress: (part: number) => void,
    signal: AbortSignal,
  ): Promise<FileReply> {
    this.added.push({ name: file.name, altText });
    onProgress(0.5);
    return this.addAnswer(file, altText, signal);
  }
  async removeFile(id: string): Promise<State> {
    this.calls.push(`remove ${id}`);
    if (this.removeAnswer instanceof Error) throw this.removeAnswer;
    return this.removeAnswer;
  }
  wipe(): Promise<void> {
    return this.#answer('wipe').then(() => undefined);
  }
  forget(): void {
    this.calls.push('forget');
  }
  async copy(): Promise<Blob> {
    if (this.copyAnswer instanceof Error) throw this.copyAnswer;
    return this.copyAnswer;
  }

  async #answer(call: string): Promise<Reply> {
    this.calls.push(call);
    const answer = this.answers.shift() ?? { messages: [], state: createState() };
    if (answer instanceof Error) throw answer;
    return answer;
  }
}
