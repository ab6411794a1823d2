import type { AskedAboutImage } from '../asked.ts';
import {
  copiesOf,
  disksFrom,
  exportsOf,
  serversElsewhere,
  serversFrom,
  workOn,
} from '../dependents.ts';
import type { Breach, RuleId } from '../finding.ts';
import type { Image } from '../image.ts';
import { lastUse } from '../last-use.ts';
import type { Rule } from '../rule.ts';
import type { World } from '../world.ts';
import { rulesAbout } from './about.ts';
import { naming } from './ownership.ts';

/** Names that a sentence has room for. */
const most = 3;

/**
 * Who would feel it if an image were gone. What is in use is agreed to and asked twice; the rest is good to know.
 * @param subject the image that is to go, or undefined when another rule refuses
 */
export function dependentRules<Given extends AskedAboutImage>(
  subject: (given: Given) => Image | undefined,
): readonly Rule<Given>[] {
  const aboutSubject = rulesAbout(subject, naming);
  const about = (id: RuleId, judge: (image: Image, world: World) => Breach | undefined) =>
    aboutSubject(id, 'confirmation', '[D]; umn/deleting_images', (image, { world }) =>
      judge(image, world),
    );
  return [
    about('R-DEP-01', (image, { own }) => {
      const servers = serversFrom(image, own);
      const running = servers.filter(({ state }) => state === 'running').length;
      const names = few(servers.map(({ name }) => name));
      return inUse(servers.length, { running, names });
    }),
    about('R-DEP-02', (image, world) => {
      const { servers, projects } = serversElsewhere(image, world);
      return inUse(servers, { projects });
    }),
    about('R-DEP-03', (image, { own }) => inUse(disksFrom(image, own))),
    about('R-DEP-04', (image, { own }) => {
      const jobs = workOn(image, own);
      return jobs.length === 0 ? undefined : { severity: 'warn', facts: { count: jobs.length } };
    }),
    about('R-DEP-05', (image, { own }) => {
      const copies = copiesOf(image, own).length;
      const exports = exportsOf(image, own);
      return copies + exports === 0 ? undefined : { severity: 'info', facts: { copies, exports } };
    }),
    about('R-DEP-06', (image, world) => {
      const used = lastUse(world, image);
      return used === undefined ? undefined : { severity: 'info', facts: { usedAt: used } };
    }),
  ];
}

function inUse(count: number, facts: Breach['facts'] = {}): Breach | undefined {
  if (count === 0) return undefined;
  return { severity: 'confirm', code: 'IMSX.0024', grave: true, facts: { count, ...facts } };
}

function few(names: readonly string[]): string {
  const cut = names.length > most ? [...names.slice(0, most), '…'] : names;
  return cut.join(', ');
}
