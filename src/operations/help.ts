import { type Line, plain } from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import type { Asking, Operation, Query } from './operation.ts';
import { here } from './query.ts';
import { freeText } from './slot-kinds.ts';
import type { Tools } from './tools.ts';

/** What one may do here; nothing that the person has no right for. */
export function help({ wording }: Tools, operations: () => readonly Operation[]): Query {
  return {
    kind: 'query',
    id: 'help',
    verbs: ['help', '?'],
    slots: [{ name: 'about', kind: freeText, required: false, many: false, from: ['about'] }],
    words: (text) => ({ about: text.trim() === '' ? [] : [text.trim().toLowerCase()] }),
    answer: async ({ about: said = [] }, asking) => {
      const [about] = said;
      const all = operations().filter((one) => mayBegin(one, asking));
      const one = all.find(({ id, verbs }) => id === about || verbs.includes(about ?? ''));
      return one ? aboutOne(one) : aboutAll(all, asking);
    },
  };

  function aboutAll(all: readonly Operation[], { world }: Asking) {
    const intro = wording.lines('help.intro', here(world));
    const items = all.map(
      ({ id, verbs }): Line => [
        { text: `/image ${verbs[0] ?? ''}`, code: true },
        { text: '  ' },
        ...wording.say(`help.${id}.what`),
      ],
    );
    return {
      text: intro.map(plain).join(' '),
      parts: [
        { kind: 'paragraph', lines: intro },
        { kind: 'bullets', items },
        { kind: 'paragraph', lines: wording.lines('help.outro') },
      ],
      choices: ['image.list', 'image.create', 'image.shared-with-me'].flatMap((id) =>
        all.some((one) => one.id === id) ? [button(id)] : [],
      ),
      seenBy: 'asker',
    } as const;
  }

  function aboutOne({ id, verbs, slash }: Operation) {
    const what = wording.say('help.about', { what: plain(wording.say(`help.${id}.what`)) });
    const usage = wording.say(`help.${id}.usage`);
    const command = slash ?? `/image ${verbs[0] ?? ''}`;
    const typed = [command, plain(usage)].filter(Boolean).join(' ');
    return {
      text: `${plain(what)} ${typed}`,
      parts: [{ kind: 'paragraph', lines: [what, [{ text: typed, code: true }]] }],
      choices: [button(id)],
      seenBy: 'asker',
    } as const;
  }

  function button(id: string) {
    return { label: plain(wording.say(`help.${id}.button`)), value: pressBegin(id) };
  }
}

function mayBegin({ needs }: Operation, { caller }: Asking): boolean {
  return needs === undefined || caller.actions.has(needs);
}
