import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChoiceGroup } from './choice.ts';

export interface ChoiceSource {
  /** Finds what to offer for the typed text; a rejection's message is shown in the list. */
  readonly find: (typed: string) => Promise<readonly ChoiceGroup[]>;
  /** Fewer characters than this are not looked up. */
  readonly leastTyped: number;
}

interface FoundChoices {
  readonly groups: readonly ChoiceGroup[];
  /** Shown in place of the list, for instance why it is empty; null when there is a list. */
  readonly note: string | null;
}

const TYPING_PAUSE_MS = 150;

/** Looks up what is typed, a moment after the last key; an answer that was overtaken is dropped. */
export function useFoundChoices(
  open: boolean,
  typed: string,
  { find, leastTyped }: ChoiceSource,
): FoundChoices {
  const [groups, setGroups] = useState<readonly ChoiceGroup[]>([]);
  const [note, setNote] = useState<string | null>('Searching …');
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    if (!open) return;
    const missing = leastTyped - typed.length;
    if (missing > 0) {
      setNote(`Type ${missing} more ${missing === 1 ? 'character' : 'characters'} to search.`);
      return;
    }
    let overtaken = false;
    const timer = window.setTimeout(
      async () => {
        const [found, sentence] = await latest.current(typed).then(
          (all) =>
            [
              all,
              all.some(({ choices }) => choices.length > 0) ? null : 'Nothing matches.',
            ] as const,
          (error: unknown) =>
            [[], error instanceof Error ? error.message : 'That did not work.'] as const,
        );
        if (overtaken) return;
        setGroups(found);
        setNote(sentence);
      },
      typed === '' ? 0 : TYPING_PAUSE_MS,
    );
    return () => {
      overtaken = true;
      window.clearTimeout(timer);
    };
  }, [open, typed, leastTyped]);
  return { groups, note };
}
