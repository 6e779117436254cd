/** The chat API between widget and gateway, as types. */

export interface Button {
  id: string;
  title: string;
}

export interface Link {
  title: string;
  url: string;
}

export interface Message {
  id: string;
  from: 'bot' | 'citizen';
  text: string;
  buttons: Button[];
  links: Link[];
}

export type Question = 'what' | 'when' | 'where' | 'about' | 'name' | 'address' | 'phone' | 'email';
export type Asking = Question | 'confirmation' | 'clarification' | null;

/** What the citizen told so far; empty fields are null or absent. */
export type Complaint = Partial<Record<string, string | null>>;

/** A file that the citizen added, as the server keeps it. */
export interface AddedFile {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  media_type: string;
  alt_text: string;
}

/** Which question of the intake this is. */
export interface Progress {
  number: number;
  of: number;
}

export interface State {
  status: 'open' | 'submitted' | 'stopped' | 'expired';
  route: string | null;
  asking: Asking;
  complaint: Complaint;
  flags: string[];
  files?: AddedFile[];
  /** Null or absent outside the intake. */
  progress?: Progress | null;
  /** Null or absent when no files can be added now. */
  file_limits?: { files: number; megabytes: number } | null;
  warn_at: string;
  expires_at: string;
  now: string;
  reference: string | null;
  /** Whether what is stored here counts as filed. */
  designated_channel: boolean;
  /** ISO dates: the verdict, and the verdict after an extension. */
  due?: string | null;
  latest?: string | null;
}

export interface Reply {
  messages: Message[];
  state: State;
}

export interface FileReply {
  file: AddedFile;
  state: State;
}

export type Turn = { text: string } | { button: string };
export type CopyFormat = 'application/pdf' | 'text/html';

/** How a conversation reaches the server. */
export interface Transport {
  /** Whether an earlier conversation can be taken up again, for instance after a reload. */
  resumable(): boolean;
  start(): Promise<Reply>;
  resume(): Promise<Reply>;
  /** Deliver one turn; the same key delivered twice counts once. */
  send(turn: Turn, key: string): Promise<Reply>;
  keepAlive(): Promise<State>;
  /** Add a file; the same content twice is one file. *onProgress* hears a number from 0 to 1. */
  addFile(
    file: File,
    altText: string,
    onProgress: (part: number) => void,
    signal: AbortSignal,
  ): Promise<FileReply>;
  removeFile(id: string): Promise<State>;
  /** Purge the conversation on the server and forget it here. */
  wipe(): Promise<void>;
  /** Forget the conversation here only. */
  forget(): void;
  copy(format: CopyFormat): Promise<Blob>;
}
