import { z } from 'zod';
import { ProjectId } from '../images/ids.ts';
import { plain, saying } from '../wording/reply.ts';
import type { Query } from './operation.ts';
import { columns, projectName, query, tableReply } from './query.ts';
import { actingProject } from './slot-kinds.ts';
import type { Tools } from './tools.ts';

/** The projects one may act for, the present one marked. */
export function listProjects(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'project.list',
    verbs: ['projects'],
    slots: [],
    words: () => ({}),
    answer: async (_, { projects, caller, world }) => {
      const header = columns(wording, ['name', 'region', 'cloud', 'id', 'acting']);
      const rows = projects.map((id) => {
        const project = world.directory.project(id);
        const acting = id === caller.project ? plain(wording.say('lists.acting')) : '';
        return [project?.name ?? id, project?.region ?? '', project?.cloud ?? '', id, acting];
      });
      const facts = {
        count: projects.length,
        project: projectName(world.directory, caller.project),
      };
      const sentence = wording.say('lists.projects', facts);
      return tableReply(sentence, header, rows);
    },
  });
}

const Args = z.object({ project: z.tuple([ProjectId]) });

/** From now on act for another of one's projects. */
export function switchProject(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'project.switch',
    verbs: ['use', 'switch', 'project'],
    slots: [
      { name: 'project', kind: actingProject, required: true, many: false, from: ['projects'] },
    ],
    words: (text) => ({ project: text.trim() === '' ? [] : [text.trim()] }),
    answer: async (slots, { choose, world }) => {
      const {
        project: [id],
      } = Args.parse(slots);
      await choose(id);
      const project = projectName(world.directory, id);
      return saying(wording.say('lists.switched', { project }));
    },
  });
}
