import type { Finding } from '../images/finding.ts';
import type { Directory } from '../images/world.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Line, type Part, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { sourceWords } from './source-words.ts';
import { moment } from './spoken.ts';

/** What a rule says, and what to do about it, in words. */
export function findingLine({ wording }: Speaking, finding: Finding): Line {
  const parts = (['says', 'do'] as const).flatMap((part) => {
    const key = ruleKey(wording, finding, part);
    const line = key === undefined ? [] : wording.say(key, spoken(wording, finding));
    return line.length > 0 ? [line] : [];
  });
  return parts.flatMap((line, at) => (at === 0 ? line : [{ text: ' ' }, ...line]));
}

/** What a rule says, without what to do about it. */
export function findingSays({ wording }: Speaking, finding: Finding): Line {
  const key = ruleKey(wording, finding, 'says');
  return key === undefined ? [] : wording.say(key, spoken(wording, finding));
}

/** The facts of a finding, with an image or share status in the words that lists have for it, and `...At` as a moment. */
function spoken(wording: Wording, { facts }: Finding): Facts {
  const places = [`statuses.image.${facts.status}`, `statuses.share.${facts.status}`];
  const key = places.find(wording.has);
  const moments = Object.entries(facts).flatMap(([name, fact]) =>
    name.endsWith('At') && typeof fact === 'string' ? [[name, moment(fact)] as const] : [],
  );
  return {
    ...facts,
    ...Object.fromEntries(moments),
    ...(key !== undefined && { status: plain(wording.say(key)) }),
  };
}

/** The sentence for a finding: words for one code or severity go before those for all. */
export function ruleKey(
  wording: Wording,
  { rule, code, severity }: Finding,
  part: 'says' | 'do',
): string | undefined {
  const places = [`${rule}.${code}`, `${rule}.${severity}`, rule];
  return places.map((place) => `rules.${place}.${part}`).find(wording.has);
}

/** A broken rule with its id, code and source, so that it can be looked up. */
export function refusalPart(speaking: Speaking, findings: readonly Finding[]): readonly Part[] {
  const blocking = findings.filter(({ severity }) => severity === 'block');
  const references = blocking.map(({ rule, code, source }) =>
    plain(
      speaking.wording.say('plans.reference', {
        rule: [rule, code].filter(Boolean).join(', '),
        source: sourceWords(speaking.wording, source),
      }),
    ),
  );
  return [
    { kind: 'bullets', items: distinct(blocking.map((finding) => findingLine(speaking, finding))) },
    {
      kind: 'note',
      line: speaking.wording.say('plans.references', {
        references: [...new Set(references)].join(' · '),
      }),
    },
  ];
}

/** A refusal: what is refused, and why. */
export function refusalReply(
  speaking: Speaking,
  sentences: readonly Line[],
  findings: readonly Finding[],
): Reply {
  const parts = refusalPart(speaking, findings);
  const reasons = parts.flatMap((part) => (part.kind === 'bullets' ? part.items : []));
  return {
    text: [...sentences, ...reasons].map(plain).join(' '),
    parts: [{ kind: 'paragraph', lines: sentences }, ...parts],
    seenBy: 'everyone',
  };
}

/** Everything to agree to or to be warned of, and a few of the things that are good to know. */
export function noticeParts(speaking: Speaking, findings: readonly Finding[]): readonly Part[] {
  const sections = [
    ['confirm', 'plans.agree', 8],
    ['warn', 'plans.warning', 8],
    ['info', 'plans.good-to-know', 3],
  ] as const;
  return sections.flatMap(([severity, heading, most]): readonly Part[] => {
    const found = findings.filter((finding) => finding.severity === severity);
    const lines = distinct(found.map((finding) => findingLine(speaking, finding)));
    if (lines.length === 0) return [];
    return [
      { kind: 'paragraph', lines: [speaking.wording.say(heading)] },
      { kind: 'bullets', items: lines.slice(0, most) },
    ];
  });
}

/** Whose words are used, and where names of projects come from. */
export interface Speaking {
  readonly wording: Wording;
  readonly directory: Directory;
}

function distinct(lines: readonly Line[]): readonly Line[] {
  const seen = new Map(lines.map((line) => [JSON.stringify(line), line]));
  return [...seen.values()].filter((line) => line.length > 0);
}
