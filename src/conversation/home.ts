import type { ProjectId } from '../images/ids.ts';
import { quotaOf } from '../images/quota.ts';
import { isOpen } from '../images/record.ts';
import { pressBegin } from '../operations/buttons.ts';
import { catalog } from '../operations/catalog.ts';
import { jobReply } from '../operations/job-reply.ts';
import type { Asking } from '../operations/operation.ts';
import { here } from '../operations/query.ts';
import { moment } from '../operations/spoken.ts';
import type { Tools } from '../operations/tools.ts';
import { type Choice, type Line, plain, type Reply, saying } from '../wording/reply.ts';
import type { Actors } from './actors.ts';
import { homeSettings, type Section } from './home-settings.ts';

/** What somebody's Home tab shows. */
export interface HomePage {
  /** The project it is about; a guest has none. */
  readonly project?: ProjectId;
  /** One below the other. */
  readonly sections: readonly Section[];
}

export interface Home {
  of(who: string): Promise<HomePage>;
}

/** The first of many; a list of all is a button away. */
const shown = { offers: 5, running: 5, recent: 5 };

/** What needs the person first, then what runs, what they have, and what they can do. */
export function home(tools: Tools, actors: Actors): Home {
  const { wording } = tools;
  const operations = catalog(tools);
  const settings = homeSettings(tools, operations);
  return {
    async of(who) {
      const asking = await actors.asking(who);
      if (!asking) return { sections: [saying(...wording.lines('access.guest'))] };
      const sections = [
        greeting(asking),
        ...waiting(asking),
        ...running(asking),
        quota(asking),
        ...recent(asking),
        actions(asking),
        ...settings(asking),
      ];
      return { project: asking.caller.project, sections };
    },
  };

  function greeting({ world }: Asking): Reply {
    return saying(...wording.lines('home.greeting', here(world)));
  }

  function waiting(asking: Asking): readonly Reply[] {
    const { world } = asking;
    const pending = world.own.received.filter(({ status }) => status === 'pending');
    const heading = saying(wording.say('home.waiting', { count: pending.length }));
    const offers = pending.slice(0, shown.offers).map(({ name, owner, imageId }): Reply => {
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
      ...jobs.slice(0, shown.running).map((job) => jobReply(tools, job, world.own)),
    ];
  }

  /** What has a limit, each with how full it is. */
  function quota({ world }: Asking): Reply {
    const lines = quotaOf(world.own, world.profile).flatMap(
      ({ type, used, quota: most }): Line[] => {
        if (most === null) return [];
        const filled = Math.min(10, Math.round((used / Math.max(1, most)) * 10));
        const bar = '▰'.repeat(filled).padEnd(10, '▱');
        return [wording.say(`home.quota.${type}`, { used, quota: most, bar })];
      },
    );
    return { ...saying(...lines), choices: [button('home.my-images', pressBegin('image.list'))] };
  }

  /** What ended lately, the latest first. */
  function recent({ world }: Asking): readonly Reply[] {
    const ended = world.own.jobs
      .filter(({ endedAt }) => endedAt !== undefined)
      .toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''))
      .slice(0, shown.recent);
    if (ended.length === 0) return [];
    const title = wording.say('home.recent');
    const items = ended.map((job): Line => {
      const [words = []] = linesOf(jobReply(tools, job, world.own));
      return [...words, { text: ' ' }, moment(job.endedAt ?? '')];
    });
    return [
      {
        text: plain(title),
        parts: [
          { kind: 'paragraph', lines: [title] },
          { kind: 'bullets', items },
        ],
        seenBy: 'asker',
      },
    ];
  }

  function actions(asking: Asking): Reply {
    const ids = ['image.create', 'image.share', 'server.create', 'digest.show', 'help'];
    return {
      ...saying(wording.say('home.actions')),
      choices: ids
        .filter((id) => mayBegin(id, asking))
        .map((id) => button(`help.${id}.button`, pressBegin(id))),
    };
  }

  function mayBegin(id: string, { caller }: Asking): boolean {
    const needs = operations.get(id)?.needs;
    return needs === undefined || caller.actions.has(needs);
  }

  function button(key: string, value: string, tone?: Choice['tone']): Choice {
    return { label: plain(wording.say(key)), value, ...(tone && { tone }) };
  }
}

function linesOf({ parts: [first] }: Reply): readonly Line[] {
  return first?.kind === 'paragraph' ? first.lines : [];
}
