import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Shortcut } from '../../page-api.ts';

const ShortcutsContext = createContext<readonly Shortcut[]>([]);

export const ShortcutsProvider = ShortcutsContext.Provider;

/** The app's shortcuts of one kind. */
export function useShortcuts(type: Shortcut['type']): readonly Shortcut[] {
  return useContext(ShortcutsContext).filter((shortcut) => shortcut.type === type);
}
