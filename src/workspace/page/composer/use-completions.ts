import { useState } from 'preact/hooks';
import type { SlashCommand } from '../../page-api.ts';
import { useDirectory } from '../text/people.tsx';
import { type Completion, completed, completionsFor } from './completion.ts';

export interface Completing {
  readonly offers: readonly Completion[];
  readonly active: number;
  /** Deals with a key if the open list wants it; true when it did. */
  onKey(key: string): boolean;
  pick(offer: Completion): void;
  reopen(): void;
}

/** The completion list of a text box. `put` sets the box's text and caret. */
export function useCompletions(
  box: { readonly text: string; readonly caret: number },
  commands: readonly SlashCommand[],
  put: (text: string, caret: number) => void,
): Completing {
  const { people } = useDirectory();
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const { from, offers: all } = completionsFor(box.text, box.caret, { commands, people });
  const offers = dismissed ? [] : all;
  const active = Math.min(at, offers.length - 1);

  function pick(offer: Completion): void {
    const after = completed(box.text, box.caret, from, offer);
    setAt(0);
    put(after.text, after.caret);
  }

  function onKey(key: string): boolean {
    const offer = offers[active];
    if (offer === undefined) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (by !== undefined) setAt((active + by + offers.length) % offers.length);
    else if (key === 'Tab' || key === 'Enter') pick(offer);
    else if (key === 'Escape') setDismissed(true);
    else return false;
    return true;
  }

  function reopen(): void {
    setDismissed(false);
    setAt(0);
  }

  return { offers, active, onKey, pick, reopen };
}
