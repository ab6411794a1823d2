import type { Stored } from '../cloud/ports.ts';
import type { Talk } from './talk-state.ts';

/** Keeps what is pending in the talk with one person. Same promises as the unit store. */
export interface TalkStore {
  read(person: string): Promise<Stored<Talk>>;
  commit(person: string, basedOn: number, next: Talk): Promise<boolean>;
}
