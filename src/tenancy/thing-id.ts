import { stableId } from './stable-id.ts';
import type { EntryOf } from './tenancy-file.ts';

type Thing = 'server' | 'image' | 'vault' | 'key' | 'backup';

interface Named {
  readonly id?: string | undefined;
  readonly name: string;
}

/** The ID of something of a project: the one it is written with, or one made of what it is, whose, and its name. */
export function thingId(kind: Thing, { id: owner }: EntryOf<'projects'>, { id, name }: Named) {
  return id ?? stableId(kind, owner, name);
}

export function keyId({ id, alias }: EntryOf<'keys'>, owner: EntryOf<'projects'>): string {
  return thingId('key', owner, { id, name: alias });
}

/** The ID of a server's disk: the one it is written with, or one made of its place in the server. */
export function diskId(server: string, index: number, { id }: Pick<Named, 'id'>): string {
  return id ?? stableId('disk', server, String(index));
}
