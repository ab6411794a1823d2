import type { FileCard } from '../page-api.ts';
import { type Ids, secret } from './ids.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  /** What the app said the size would be. */
  readonly announcedBytes: number;
  readonly uploadKey: string;
  readonly content?: Buffer;
  readonly title?: string;
}

export type CompletedFile = StoredFile & { readonly content: Buffer; readonly title: string };

/** All uploads together; beyond it new ones are refused, as a full Slack plan does. */
const mostBytes = 64 * 1024 * 1024;

/** Uploaded files. In memory; the state file keeps what was completed. */
export class Files {
  readonly #ids: Ids;
  readonly #byId = new Map<string, StoredFile>();
  readonly #byUploadKey = new Map<string, string>();
  #bytes = 0;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /** Makes room for an upload; undefined when the storage is full. */
  announce(name: string, bytes: number): StoredFile | undefined {
    if (this.#bytes + bytes > mostBytes) return undefined;
    const file = { id: this.#ids.of('F'), name, announcedBytes: bytes, uploadKey: secret() };
    this.#byId.set(file.id, file);
    this.#byUploadKey.set(file.uploadKey, file.id);
    return file;
  }

  /** Takes the bytes of an announced file; undefined when nobody announced it. */
  receive(uploadKey: string, content: Buffer): StoredFile | undefined {
    const file = this.get(this.#byUploadKey.get(uploadKey) ?? '');
    if (!file) return undefined;
    this.#bytes += content.length - (file.content?.length ?? 0);
    const received = { ...file, content };
    this.#byId.set(file.id, received);
    return received;
  }

  /** Ends an upload: its address stops working. */
  complete(id: string, title: string | undefined): StoredFile | undefined {
    const file = this.get(id);
    if (!file?.content || !this.#byUploadKey.delete(file.uploadKey)) return undefined;
    const completed = { ...file, title: title ?? file.name };
    this.#byId.set(id, completed);
    return completed;
  }

  /** A whole file at once; undefined when the storage is full. */
  add(name: string, content: Buffer): StoredFile | undefined {
    const file = this.announce(name, content.length);
    if (!file) return undefined;
    this.receive(file.uploadKey, content);
    return this.complete(file.id, undefined);
  }

  /** Files that can be seen. */
  completed(): readonly CompletedFile[] {
    return [...this.#byId.values()].filter(isCompleted);
  }

  /** Puts back what was kept from an earlier run. */
  restore(file: Pick<CompletedFile, 'id' | 'name' | 'title' | 'content'>): void {
    this.#bytes += file.content.length;
    this.#byId.set(file.id, { ...file, announcedBytes: file.content.length, uploadKey: '' });
  }

  /** How a message shows a file. */
  card(file: StoredFile): FileCard {
    return {
      id: file.id,
      name: file.name,
      bytes: file.content?.length ?? 0,
      url: `/files/${file.id}/${encodeURIComponent(file.name)}`,
    };
  }

  clear(): void {
    this.#byId.clear();
    this.#byUploadKey.clear();
    this.#bytes = 0;
  }

  get(id: string): StoredFile | undefined {
    return this.#byId.get(id);
  }
}

function isCompleted(file: StoredFile): file is CompletedFile {
  return file.content !== undefined && file.title !== undefined;
}
