import { z } from 'zod';
import { AuditQuery, auditStatus, listAudit as listing } from '../images/audit-list.ts';
import type { Finding } from '../images/finding.ts';
import type { AuditLine } from '../images/unit.ts';
import { csvOf } from '../wording/csv.ts';
import { plain, privately, type Reply, type TableRow } from '../wording/reply.ts';
import {
  auditCommand,
  auditedImage,
  auditWordsIn,
  deed,
  doer,
  flag,
  outcome,
  period,
} from './audit-slots.ts';
import { pressBegin } from './buttons.ts';
import { refusalReply } from './findings-text.ts';
import type { Asking, Query } from './operation.ts';
import { columns, here, query, tableReply } from './query.ts';
import type { Filled } from './slot.ts';
import { count, shareTarget } from './slot-kinds.ts';
import { moment } from './spoken.ts';
import { spanOf } from './spoken-times.ts';
import type { Tools } from './tools.ts';

/** Lines shown in the message; all of them are in the file. */
const most = 20;

const one = z.tuple([z.string()]).optional();
const Args = z.object({
  period: one,
  status: z.tuple([AuditQuery.unwrap().shape.status.unwrap()]).optional(),
  image: one,
  who: one,
  what: one,
  project: one,
  archive: one,
  page: z.tuple([z.coerce.number().int().min(0)]).optional(),
});

const optional = { required: false, many: false } as const;

/** Who did or tried what in the project, for its administrators, as far back as Goldie's own trail goes. R-AUD-03 */
export function listAudit(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'audit.list',
    verbs: ['audit', 'traces'],
    needs: 'cts:traces:list',
    slots: [
      { name: 'period', kind: period, ...optional, from: [] },
      { name: 'status', kind: outcome, ...optional, from: [] },
      { name: 'who', kind: doer, ...optional, from: ['people'] },
      { name: 'what', kind: deed, ...optional, from: [] },
      { name: 'image', kind: auditedImage, ...optional, from: ['images'] },
      { name: 'project', kind: shareTarget, ...optional, from: ['projects'], loose: true },
      { name: 'archive', kind: flag, ...optional, from: [] },
      { name: 'page', kind: count, ...optional, from: [] },
    ],
    words: auditCommand,
    hears: (text) => auditWordsIn(text).pieces,
    answer: async (slots, asking) => {
      const { world, caller } = asking;
      const asked = queryOf(slots, asking);
      const found = listing(world, asked, await tools.archived(caller.project));
      if ('findings' in found) return refused(found.findings);
      return table(found.lines, found.total, asked.offset ?? 0, slots, asking);
    },
  });

  function refused(found: readonly Finding[]): Reply {
    const speaking = { wording, directory: tools.cloud.directory };
    return privately(refusalReply(speaking, [wording.say('lists.audit.refused')], found));
  }

  function table(
    lines: readonly AuditLine[],
    total: number,
    from: number,
    slots: Filled,
    { world }: Asking,
  ): Reply {
    const shown = lines.slice(0, most);
    const facts = { ...here(world), count: total, shown: shown.length };
    const key = total === 0 ? 'lists.audit.none' : 'lists.audit.some';
    const header = columns(wording, ['when', 'who', 'what', 'image', 'outcome', 'codes']);
    const next = from + shown.length;
    const isMore = next < total;
    const reply = tableReply(wording.say(key, facts), header, shown.map(row), [
      ...(isMore
        ? [
            {
              label: plain(wording.say('choices.more')),
              value: pressBegin('audit.list', { ...slots, page: [String(next)] }),
            },
          ]
        : []),
    ]);
    if (lines.length === 0) return { ...reply, seenBy: 'asker' };
    const range = { from: from + 1, to: next, count: total };
    const note = { kind: 'note', line: wording.say('lists.page', range) } as const;
    const name = `audit-${world.own.region}-${world.now.slice(0, 19).replaceAll(':', '-')}.csv`;
    return {
      ...reply,
      parts: [...reply.parts, ...(from > 0 || isMore ? [note] : [])],
      seenBy: 'asker',
      ...(from === 0 && { file: { name, content: csvOf([header, ...lines.map(row)]) } }),
    };
  }
}

function queryOf(slots: Filled, { world, caller }: Asking): AuditQuery {
  const { period: when, status, image, who, what, project, archive, page } = Args.parse(slots);
  return {
    ...(when && spanOf(when[0], Date.parse(world.now))),
    ...(status && { status: status[0] }),
    ...(image && { image: image[0] }),
    ...(who && { who: who[0] }),
    ...(what && { operation: what[0] }),
    ...(project && project[0] !== caller.project && { project: project[0] }),
    ...(archive && { archive: true }),
    ...(page && { offset: page[0] }),
  };
}

function row(line: AuditLine): TableRow {
  const { at, who, operation, imageName = '', codes } = line;
  return [moment(at), who, operation, imageName, auditStatus(line), codes.join(' ')];
}
