import type { ProjectId } from '../images/ids.ts';
import type { Notice } from '../images/unit.ts';
import type { NoticeSettings } from './ports.ts';
import { type Route, routesToAsker, routesToProject } from './routes.ts';

/** Whom a project consists of. */
export interface Reach {
  /** Its channel, if it has one. */
  readonly channel: string | undefined;
  /** Slack IDs of the people who act for it. */
  readonly people: readonly string[];
}

/** Finds out where a notice goes, as everybody concerned wants it at this moment. */
export function routeNotice(settings: NoticeSettings, reach: (project: ProjectId) => Reach) {
  return async (notice: Notice): Promise<readonly Route[]> => {
    const { to, asker } = notice;
    if (!('project' in to))
      return routesToAsker(notice, asker === undefined ? { ways: {} } : await person(asker));
    const { channel, people } = reach(to.project);
    const [{ silent }, ...all] = await Promise.all([
      settings.channels.of(to.project),
      ...people.map(async (one) => [one, await person(one)] as const),
    ]);
    return routesToProject(notice, { channel, silent, people, settings: new Map(all) });
  };

  function person(id: string) {
    return settings.people.of(id);
  }
}
