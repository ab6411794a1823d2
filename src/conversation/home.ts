import { imagesUsed } from '../images/quota.ts';
import { isOpen } from '../images/record.ts';
import { pressBegin } from '../operations/buttons.ts';
import { catalog } from '../operations/catalog.ts';
import { jobReply } from '../operations/job-reply.ts';
import type { Asking } from '../operations/operation.ts';
import { here } from '../operations/query.ts';
import type { Tools } from '../operations/tools.ts';
import { type Choice, type Part, plain, type Reply, saying } from '../wording/reply.ts';
import type { Actors } from './actors.ts';
import type { FormOption } from './form.ts';

/** A list beside a section; what is chosen becomes a piece of an operation that is then carried out. */
export interface Setting {
  readonly operation: string;
  readonly piece: string;
  readonly options: readonly FormOption[];
  readonly chosen: FormOption;
}

export interface Section extends Reply {
  readonly setting?: Setting;
}

/** What somebody's Home tab shows, a section below the other. */
export interface Home {
  of(who: string): Promise<readonly Section[]>;
}

/** Options that a list can have. */
const mostListed = 100;

const offersShown = 5;

/** What needs the person first, then what runs, what they have, and what they can do. */
export function home(tools: Tools, actors: Actors): Home {
  const { wording } = tools;
  const operations = catalog(tools);
  return {
    async of(who) {
      const asking = await actors.asking(who);
      if (!asking) return [saying(...wording.lines('access.guest'))];
      return [
        greeting(asking),
        ...waiting(asking),
        ...running(asking),
        quota(asking),
        actions(asking),
        ...settings(asking),
      ];
    },
  };

  function greeting({ world }: Asking): Reply {
    return saying(...wording.lines('home.greeting', here(world)));
  }

  function waiting(asking: Asking): readonly Reply[] {
    const { world } = asking;
    const pending = world.own.received.filter(({ status }) => status === 'pending');
    const heading = saying(wording.say('home.waiting', { count: pending.length }));
    const offers = pending.slice(0, offersShown).map(({ name, owner, imageId }): Reply => {
      const ownerName = world.directory.project(owner)?.name ?? owner;
      const slots = { offers: [`${owner}/${imageId}`] };
      const { project } = asking.caller;
      return {
        ...saying(wording.say('home.offer', { image: name, owner: ownerName })),
        choices: mayBegin('image.accept', asking)
          ? [
              button('choices.accept', pressBegin('image.accept', slots, { project }), 'primary'),
              button('choices.reject', pressBegin('image.reject', slots, { project })),
            ]
          : [],
      };
    });
    return [heading, ...offers];
  }

  function running({ world }: Asking): readonly Reply[] {
    const jobs = world.own.jobs.filter(isOpen);
    if (jobs.length === 0) return [];
    return [
      saying(wording.say('home.running', { count: jobs.length })),
      ...jobs.map((job) => jobReply(tools, job, world.own)),
    ];
  }

  function quota({ world }: Asking): Reply {
    const used = imagesUsed(world.own);
    const { images } = world.profile.quota;
    const filled = Math.min(10, Math.round((used / images) * 10));
    const bar = '▰'.repeat(filled).padEnd(10, '▱');
    const facts = { ...here(world), used, quota: images, bar };
    const line = wording.say('home.quota', facts);
    const parts: readonly Part[] = [{ kind: 'paragraph', lines: [line] }];
    return { text: plain(line), parts, seenBy: 'asker' };
  }

  function actions(asking: Asking): Reply {
    const ids = ['image.list', 'image.create', 'image.share', 'server.create', 'help'];
    return {
      ...saying(wording.say('home.actions')),
      choices: ids
        .filter((id) => mayBegin(id, asking))
        .map((id) => button(`help.${id}.button`, pressBegin(id))),
    };
  }

  /** Which of several projects the person acts for. */
  function settings(asking: Asking): readonly Section[] {
    const [slot] = operations.get('project.switch')?.slots ?? [];
    const options = (slot?.kind.options(asking) ?? [])
      .slice(0, mostListed)
      .map(({ value, label, detail }) => ({ value, label, ...(detail && { about: detail }) }));
    const chosen = options.find(({ value }) => value === asking.caller.project);
    if (!slot || !chosen || options.length < 2) return [];
    const setting = { operation: 'project.switch', piece: slot.name, options, chosen };
    return [{ ...saying(wording.say('questions.project.switch.project')), setting }];
  }

  function mayBegin(id: string, { caller }: Asking): boolean {
    const needs = operations.get(id)?.needs;
    return needs === undefined || caller.actions.has(needs);
  }

  function button(key: string, value: string, tone?: Choice['tone']): Choice {
    return { label: plain(wording.say(key)), value, ...(tone && { tone }) };
  }
}
