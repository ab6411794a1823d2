import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, Person } from '../../page-api.ts';

/** Who and what exists, for everything that shows a name. */
export interface Directory {
  readonly me: string;
  readonly bot: string;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
}

const EMPTY: Directory = { me: '', bot: '', people: [], channels: [] };
const DirectoryContext = createContext<Directory>(EMPTY);

export const DirectoryProvider = DirectoryContext.Provider;
export const useDirectory = (): Directory => useContext(DirectoryContext);

/** The person, or a stand-in that shows the id, so that nobody is ever nameless. */
export function personOf({ people }: Directory, id: string): Person {
  return (
    people.find((person) => person.id === id) ?? {
      id,
      name: id,
      title: '',
      isBot: false,
      avatarColor: '#6b6459',
    }
  );
}
