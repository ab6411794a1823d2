import { type Line, plain } from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import type { Entry, Group } from './group.ts';
import type { Asking, Query } from './operation.ts';
import { here, query } from './query.ts';
import { freeText } from './slot-kinds.ts';
import type { Tools } from './tools.ts';

/** What one may do here; nothing that the person has no right for. */
export function help(tools: Tools, groups: () => readonly Group[]): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'help',
    verbs: ['help', '?'],
    slots: [{ name: 'about', kind: freeText, required: false, many: false, from: ['about'] }],
    words: (text) => ({ about: text.trim() === '' ? [] : [text.trim().toLowerCase()] }),
    answer: async ({ about: said = [] }, asking) => {
      const [about] = said;
      const all = groups().flatMap((group) => allowed(group, asking));
      const one = all.find(({ id, verbs }) => id === about || verbs.includes(about ?? ''));
      return one ? aboutOne(one) : aboutAll(asking);
    },
  });

  /** One line for each group: what there is fits on a screen, what each of it does is a word away. */
  function aboutAll(asking: Asking) {
    const intro = wording.lines('help.intro', here(asking.world));
    const offered = groups().map((group) => ({
      heading: group.heading,
      entries: allowed(group, asking),
    }));
    const items = offered
      .filter(({ entries }) => entries.length > 0)
      .map(
        ({ heading, entries }): Line => [
          ...wording.say(`help.groups.${heading}`),
          ...entries.flatMap(
            ({ verbs }): Line => [{ text: ' ' }, { text: verbs[0] ?? '', code: true }],
          ),
        ],
      );
    const buttons = ['image.list', 'image.create', 'image.shared-with-me'];
    return {
      text: intro.map(plain).join(' '),
      parts: [
        { kind: 'paragraph', lines: intro },
        { kind: 'bullets', items },
        { kind: 'paragraph', lines: wording.lines('help.outro') },
      ],
      choices: buttons
        .filter((id) => offered.some(({ entries }) => entries.some((one) => one.id === id)))
        .map(button),
      seenBy: 'asker',
    } as const;
  }

  function aboutOne({ id, verbs, slash }: Entry) {
    const what = wording.say('help.about', { what: plain(wording.say(`help.${id}.what`)) });
    const usage = wording.say(`help.${id}.usage`);
    const command = slash ?? `/image ${verbs[0] ?? ''}`;
    const typed = [command, plain(usage)].filter(Boolean).join(' ');
    return {
      text: `${plain(what)} ${typed}`,
      parts: [{ kind: 'paragraph', lines: [what, [{ text: typed, code: true }]] }],
      choices: groups().some(({ beside = [] }) => beside.some((one) => one.id === id))
        ? []
        : [button(id)],
      seenBy: 'asker',
    } as const;
  }

  function button(id: string) {
    return { label: plain(wording.say(`help.${id}.button`)), value: pressBegin(id) };
  }
}

function allowed({ operations, beside = [] }: Group, { caller }: Asking): readonly Entry[] {
  const entries: readonly Entry[] = [...operations, ...beside];
  return entries.filter(({ needs }) => needs === undefined || caller.actions.has(needs));
}
