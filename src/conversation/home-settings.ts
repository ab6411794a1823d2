import { News, waysOf } from '../notices/news.ts';
import { wayOf } from '../notices/settings.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { Filled, Option, Slot } from '../operations/slot.ts';
import type { Tools } from '../operations/tools.ts';
import { type Reply, saying } from '../wording/reply.ts';
import type { FormOption } from './form.ts';

/** A list beside a section; what is chosen becomes a piece of an operation that is then carried out. */
export interface Setting {
  readonly operation: string;
  readonly piece: string;
  /** The other pieces, which are settled. */
  readonly with?: Filled;
  readonly options: readonly FormOption[];
  readonly chosen: FormOption;
}

export interface Section extends Reply {
  readonly setting?: Setting;
}

/** Options that a list can have. */
const mostListed = 100;

/** What a person can choose for themselves: the project they act for, how they get each kind of news, the daily digest. */
export function homeSettings(
  { wording }: Tools,
  operations: ReadonlyMap<string, Operation>,
): (asking: Asking) => readonly Section[] {
  return (asking) => {
    const { settings, caller } = asking;
    const daily = settings.daily?.hour;
    return [
      saying(wording.say('home.settings')),
      ...list(asking, 'project.switch', 'project', caller.project),
      ...News.options.flatMap((news) =>
        list(
          asking,
          'settings.notify',
          'way',
          wayOf(settings, news),
          { news: [news] },
          waysOf[news],
        ),
      ),
      ...list(asking, 'settings.daily', 'hour', daily === undefined ? 'off' : String(daily)),
    ];
  };

  /** A list of what a piece of an operation can be; none where there is nothing to choose. */
  function list(
    asking: Asking,
    id: string,
    piece: string,
    now: string,
    others: Filled = {},
    among?: readonly string[],
  ): readonly Section[] {
    const slot = slotOf(id, piece);
    const options = (slot?.kind.options(asking) ?? [])
      .filter(({ value }) => among === undefined || among.includes(value))
      .slice(0, mostListed)
      .map(listed);
    const chosen = options.find(({ value }) => value === now);
    if (!chosen || options.length < 2) return [];
    const [about] = Object.values(others).flat();
    const label = about === undefined ? `questions.${id}.${piece}` : `settings.news.${about}`;
    const setting = { operation: id, piece, with: others, options, chosen };
    return [{ ...saying(wording.say(label)), setting }];
  }

  function slotOf(id: string, piece: string): Slot | undefined {
    return operations.get(id)?.slots.find(({ name }) => name === piece);
  }
}

function listed({ value, label, detail }: Option): FormOption {
  return { value, label, ...(detail && { about: detail }) };
}
