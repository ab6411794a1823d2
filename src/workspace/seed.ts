/** Who and what exists in the workspace when it starts: the team, its people, its channels. */
import { parse } from 'yaml';
import { z } from 'zod';
import { Scene, strayLines } from './scenes.ts';

const id = (letter: string) =>
  z.string().regex(new RegExp(`^${letter}[A-Z0-9]+$`), `starts with ${letter}, then A-Z and 0-9`);
const handle = z.string().regex(/^[a-z0-9._-]+$/, 'a handle is a-z, 0-9, dot, dash, underscore');

const Person = z.strictObject({
  id: id('U'),
  name: z.string().min(1),
  handle,
  title: z.string().default(''),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .default('#5c6470'),
  'time zone': z
    .string()
    .refine(isTimeZone, 'is not a time zone such as Europe/Berlin')
    .default('UTC'),
  locale: z.string().default('en-US'),
  /** A Slack guest account: users.info answers is_restricted. */
  restricted: z.boolean().default(false),
});

const Channel = z.strictObject({
  id: id('C'),
  name: z.string().regex(/^[a-z0-9_-]+$/, 'a channel name is a-z, 0-9, dash, underscore'),
  topic: z.string().default(''),
  private: z.boolean().default(false),
  members: z.array(z.union([z.literal('everyone'), id('U')])),
});

const Group = z.strictObject({
  id: id('S'),
  name: z.string().min(1),
  handle,
  members: z.array(id('U')),
});

const WorkspaceSeed = z
  .strictObject({
    team: z.strictObject({ id: id('T'), name: z.string().min(1), domain: handle }),
    app: z.strictObject({ id: id('A'), bot: id('B'), user: id('U'), handle }),
    people: z.array(Person).min(1),
    channels: z.array(Channel),
    /** User groups, such as the approvers of a team. */
    groups: z.array(Group).default([]),
    /** What people can have said when one starts over. */
    scenes: z.array(Scene).default([]),
  })
  .check(({ value, issues }) => {
    const known = new Set([value.app.user, ...value.people.map((person) => person.id)]);
    for (const channel of value.channels)
      for (const member of channel.members)
        if (member !== 'everyone' && !known.has(member))
          issues.push({
            code: 'custom',
            input: value,
            path: ['channels'],
            message: `${member} is a member of ${channel.name} but is not among the people`,
          });
    for (const group of value.groups)
      for (const member of group.members.filter((one) => !known.has(one)))
        issues.push({
          code: 'custom',
          input: value,
          path: ['groups'],
          message: `${member} is a member of ${group.name} but is not among the people`,
        });
    for (const message of strayLines(value.scenes, value))
      issues.push({ code: 'custom', input: value, path: ['scenes'], message });
    const ids = [...value.people, ...value.channels, ...value.groups].map((entry) => entry.id);
    for (const twice of ids.filter((entry, index) => ids.indexOf(entry) !== index))
      issues.push({ code: 'custom', input: value, path: [], message: `${twice} is there twice` });
  });
export type WorkspaceSeed = z.infer<typeof WorkspaceSeed>;
export type SeededPerson = z.infer<typeof Person>;

/**
 * Reads a seed written as YAML.
 * @param path only named in the error
 * @throws Error that names every fault when the text is not a seed
 */
export function readWorkspaceSeed(text: string, path: string): WorkspaceSeed {
  const parsed = WorkspaceSeed.safeParse(yamlOf(text, path));
  if (parsed.success) return parsed.data;
  throw new Error(`${path} cannot be used:\n${z.prettifyError(parsed.error)}`);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function yamlOf(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${path} is not YAML: ${error instanceof Error ? error.message : error}`);
  }
}
