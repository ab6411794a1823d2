import type { ProjectId } from '../images/ids.ts';
import type { Action, Caller } from '../images/world.ts';
import type { Person, Role } from './people.ts';

const viewing: readonly Action[] = [
  'ims:images:list',
  'ims:images:get',
  'ims:quotas:get',
  'ecs:servers:list',
];
const operating: readonly Action[] = [
  ...viewing,
  'ims:serverImages:create',
  'ims:dataImages:create',
  'ims:wholeImages:create',
  'ims:images:share',
  'ims:images:delete',
  'ims:images:update',
  'ims:images:copy',
  'ims:images:export',
  'ecs:servers:create',
];
const administering: readonly Action[] = [...operating, 'cts:traces:list'];

/** IAM actions of a role: viewer as IMS ReadOnlyAccess, operator as IMS FullAccess, admin with the audit trail. SPEC 3.23 */
const actions: Readonly<Record<Role, ReadonlySet<Action>>> = {
  viewer: new Set(viewing),
  operator: new Set(operating),
  admin: new Set(administering),
};

/** The project somebody acts for: the one they chose while it is still theirs, else their first. */
export function projectOf(person: Person, chosen?: ProjectId): ProjectId | undefined {
  if (chosen !== undefined && person.roles.has(chosen)) return chosen;
  return [...person.roles.keys()][0];
}

/** Somebody acting for a project, with what their role allows there; nothing at all where they have no role. */
export function callerFor(person: Person, project: ProjectId): Caller {
  const role = person.roles.get(project);
  return {
    who: person.slackId,
    name: person.name,
    project,
    actions: role ? actions[role] : new Set(),
  };
}
