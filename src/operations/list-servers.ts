import type { Query } from './operation.ts';
import { columns, here, query, tableReply } from './query.ts';
import { size } from './spoken.ts';
import type { Tools } from './tools.ts';

/** The servers of the project, by name. */
export function listServers(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'server.list',
    verbs: ['servers'],
    needs: 'ecs:servers:list',
    slots: [],
    words: () => ({}),
    answer: async (_, { world }) => {
      const servers = world.own.servers.toSorted((a, b) => a.name.localeCompare(b.name));
      const facts = { ...here(world), count: servers.length };
      const sentence = wording.say(
        servers.length === 0 ? 'lists.servers.none' : 'lists.servers.some',
        facts,
      );
      const header = columns(wording, ['name', 'server-state', 'os', 'az', 'disks', 'memory']);
      const rows = servers.map(({ name, state, osVersion, az, disks, ramMb }) => [
        name,
        state,
        osVersion,
        az,
        disks.map(({ sizeGb }) => size(sizeGb)).join(' + '),
        `${ramMb} MB`,
      ]);
      return tableReply(sentence, header, rows);
    },
  });
}
