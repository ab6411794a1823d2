import { z } from 'zod';
import { AuditQuery, auditStatus, listAudit as listing } from '../images/audit-list.ts';
import type { Finding } from '../images/finding.ts';
import type { AuditLine } from '../images/unit.ts';
import { csvOf } from '../wording/csv.ts';
import { privately, type Reply, type TableRow } from '../wording/reply.ts';
import { refusalReply } from './findings-text.ts';
import type { Asking, Query } from './operation.ts';
import { columns, here, query, tableReply } from './query.ts';
import type { SlotKind } from './slot.ts';
import { ownImage } from './slot-kinds.ts';
import { moment } from './spoken.ts';
import type { Tools } from './tools.ts';
import { wordsOf } from './words.ts';

/** Lines shown in the message; all of them are in the file. */
const most = 20;

/** Hours of the periods that people ask for. R-AUD-03 */
const periods: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168 };

const period: SlotKind = {
  options: () => Object.keys(periods).map((value) => ({ value, label: value })),
  accept: (said) => {
    const { number = '1', unit = '' } =
      /^(?<number>\d{1,4})?\s*(?<unit>hour|day|week)s?$/i.exec(said)?.groups ?? {};
    const hours = periods[unit.toLowerCase()];
    return hours === undefined ? undefined : `${Number(number) * hours}h`;
  },
};

const status: SlotKind = {
  options: () => ['normal', 'warning', 'incident'].map((value) => ({ value, label: value })),
};

const Args = z.object({
  period: z.tuple([z.string()]).optional(),
  status: z.tuple([AuditQuery.unwrap().shape.status.unwrap()]).optional(),
  image: z.tuple([z.string()]).optional(),
});

/** Who did or tried what in the project, for its administrators. R-AUD-03 */
export function listAudit(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'audit.list',
    verbs: ['audit', 'traces'],
    needs: 'cts:traces:list',
    slots: [
      { name: 'period', kind: period, required: false, many: false, from: [] },
      { name: 'status', kind: status, required: false, many: false, from: [] },
      { name: 'image', kind: ownImage, required: false, many: false, from: ['images'] },
    ],
    words: (text) => {
      const span = /(?:\blast\s+)?(?<span>(?:\d+\s*)?\b(?:hour|day|week)s?)\b/i.exec(text);
      const state = /\b(?:normal|warning|incident)s?\b/i.exec(text);
      const rest = [span, state].reduce((left, found) => left.replace(found?.[0] ?? '', ' '), text);
      return {
        period: span?.groups?.span === undefined ? [] : [span.groups.span],
        status: state === null ? [] : [state[0].toLowerCase().replace(/s$/, '')],
        image: wordsOf(rest).slice(0, 1),
      };
    },
    answer: async (slots, asking) => {
      const { world } = asking;
      const args = Args.parse(slots);
      const found = listing(world, {
        ...(args.period && { hours: hoursOf(args.period[0]) }),
        ...(args.status && { status: args.status[0] }),
        ...(args.image && { image: args.image[0] }),
      });
      return 'findings' in found
        ? refused(found.findings)
        : table(found.lines, found.total, asking);
    },
  });

  function refused(found: readonly Finding[]): Reply {
    const speaking = { wording, directory: tools.cloud.directory };
    return privately(refusalReply(speaking, [wording.say('lists.audit.refused')], found));
  }

  function table(lines: readonly AuditLine[], total: number, { world }: Asking): Reply {
    const facts = { ...here(world), count: total, shown: Math.min(most, lines.length) };
    const key = total === 0 ? 'lists.audit.none' : 'lists.audit.some';
    const header = columns(wording, ['when', 'who', 'what', 'image', 'outcome', 'codes']);
    const reply = tableReply(wording.say(key, facts), header, lines.slice(0, most).map(row));
    if (lines.length === 0) return { ...reply, seenBy: 'asker' };
    const name = `audit-${world.own.region}-${world.now.slice(0, 19).replaceAll(':', '-')}.csv`;
    return {
      ...reply,
      seenBy: 'asker',
      file: { name, content: csvOf([header, ...lines.map(row)]) },
    };
  }
}

function row(line: AuditLine): TableRow {
  const { at, who, operation, imageName = '', codes } = line;
  return [moment(at), who, operation, imageName, auditStatus(line), codes.join(' ')];
}

function hoursOf(said: string): number {
  return periods[said] ?? Number(said.replace('h', ''));
}
