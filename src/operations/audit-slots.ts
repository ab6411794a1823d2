import type { Asking } from './operation.ts';
import type { RawSlots, SlotKind } from './slot.ts';
import { ownImage } from './slot-kinds.ts';
import { spanOf, timeIn } from './spoken-times.ts';
import { listed, wordsOf } from './words.ts';

/** A span of time in words or dates. */
export const period: SlotKind = {
  options: () => [],
  accept: (said, { world }) => {
    const words = bare(said);
    return spanOf(words, Date.parse(world.now)) && words;
  },
  open: true,
};

/** "day" is the last day. */
function bare(said: string): string {
  return /^(?:\d{1,4}\s+)?(?:minute|hour|day|week|month|year)s?$/i.test(said)
    ? `last ${said}`
    : said;
}

const outcomes: Readonly<Record<string, string>> = {
  normal: 'normal',
  done: 'normal',
  successful: 'normal',
  warning: 'warning',
  refused: 'warning',
  forbidden: 'warning',
  incident: 'incident',
  failed: 'incident',
};

export const outcome: SlotKind = {
  options: () => ['normal', 'warning', 'incident'].map((value) => ({ value, label: value })),
  accept: (said) => outcomes[said.toLowerCase()],
};

/** Somebody who left a line, by Slack ID or mention, or oneself. */
export const doer: SlotKind = {
  options: ({ world }) =>
    [...new Set(world.own.audit.map(({ who }) => who))].map((who) => ({ value: who, label: who })),
  accept: (said, { caller }) => {
    if (/^(?:me|i|myself)$/i.test(said)) return caller.who;
    return /^<?@?(?<id>[UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/.exec(said)?.groups?.id;
  },
};

/** How people say what was done, and the word that the operations have for it. Longer words come before shorter ones. */
const deeds: readonly (readonly [RegExp, string])[] = [
  [/\b(?:un-?shar\w*|stop(?:ped)?[ -]sharing|revok\w*|withdr[ae]w\w*)\b/i, 'unshare'],
  [/\bshar(?:e|ed|es|ing)\b|\boffer(?:ed|s|ing)?\b/i, 'share'],
  [/\baccept\w*\b/i, 'accept'],
  [/\b(?:reject|declin)\w*\b/i, 'reject'],
  [/\b(?:delet|remov|eras)\w*\b/i, 'delete'],
  [/\bpurg\w*\b/i, 'purge'],
  [/\bexpir\w*\b/i, 'expire'],
  [/\brestor\w*\b/i, 'restore'],
  [/\bcreat(?:e|ed|es|ing)\b|\bmade\b/i, 'create'],
  [/\bimport\w*\b/i, 'import'],
  [/\bexport\w*\b/i, 'export'],
  [/\b(?:replicat\w*|cop(?:y|ied|ies|ying))\b/i, 'replicate'],
  [/\bencrypt\w*\b/i, 'encrypt'],
  [/\brenam\w*\b/i, 'rename'],
  [/\bmodif\w*\b/i, 'modify'],
  [/\bun-?tag\w*\b/i, 'untag'],
  [/\btag(?:s|ged|ging)?\b/i, 'tag'],
  [/\bun-?protect\w*\b/i, 'unprotect'],
  [/\bprotect\w*\b/i, 'protect'],
  [/\bconvert\w*\b/i, 'convert'],
  [/\bcancel\w*\b/i, 'cancel'],
];

export const deed: SlotKind = {
  options: ({ world }) =>
    [...new Set(world.own.audit.map(({ operation }) => operation))].map((value) => ({
      value,
      label: value,
    })),
  accept: (said) => deeds.find(([pattern]) => pattern.test(said))?.[1],
};

/** An image of the project, or one that only the trail still knows, by its name. */
export const auditedImage: SlotKind = {
  options: (asking) => [...ownImage.options(asking), ...gone(asking)],
  accept: (said) => said,
  open: true,
};

function gone({ world }: Asking) {
  const here = new Set(world.own.images.map(({ name }) => name));
  const names = world.own.audit.flatMap(({ imageName }) => imageName ?? []);
  return [...new Set(names)]
    .filter((name) => !here.has(name))
    .map((name) => ({ value: name, label: name }));
}

/** A word that stands or does not. */
export const flag: SlotKind = { options: () => [], accept: () => 'yes', open: true };

interface Heard {
  readonly pieces: RawSlots;
  /** The text without them. */
  readonly rest: string;
}

/** When, how it ended, what was done and by whom, as far as words tell. */
export function auditWordsIn(text: string): Heard {
  let rest = text;
  const take = (pattern: RegExp): string | undefined => {
    const [found] = pattern.exec(rest) ?? [];
    if (found !== undefined) rest = rest.replace(found, ' ');
    return found;
  };
  const said = timeIn(rest);
  if (said !== undefined) rest = rest.replace(said, ' ');
  const spanned =
    said ?? take(/(?<![\w-])(?:\d{1,4}\s+)?(?:minute|hour|day|week|month|year)s?(?![\w-])/i);
  const status = take(
    /(?<![\w-])(?:normal|warning|incident|refused|forbidden|failed|successful)s?(?![\w-])/i,
  );
  const archive = take(/(?<![\w-])(?:archived?|archives|ever|of all time)(?![\w-])/i);
  const who = take(/<?@[UW][A-Z0-9]{2,}(?:\|[^>]*)?>?|\bby me\b|\b(?:did|have|had) i\b/i);
  const what = deeds.find(([pattern]) => pattern.test(withoutNames(rest)));
  return {
    pieces: {
      ...(spanned !== undefined && { period: [spanned] }),
      ...(status !== undefined && { status: [status.toLowerCase().replace(/s$/, '')] }),
      ...(archive !== undefined && { archive: ['yes'] }),
      ...(who !== undefined && { who: [/\b(?:me|i)$/i.test(who) ? 'me' : who] }),
      ...(what && { what: [what[1]] }),
    },
    rest: what ? rest.replace(what[0], ' ') : rest,
  };
}

/** `export-copy` is a name and no export. */
function withoutNames(text: string): string {
  return text.replace(/\S*\w[-_.]\w\S*/g, (name) => (/^(?:un|stop)-/i.test(name) ? name : ' '));
}

const filler = new Set(
  'a all an and any anybody anything by did do done everything from has have image images in of on our project show something that the this to was were what which who with'.split(
    ' ',
  ),
);

/** Reads `who=@ada what=delete image=web-golden project=team-data status=warning`, the same in words, and the name of an image. */
export function auditCommand(text: string): RawSlots {
  const written: Record<string, readonly string[]> = {};
  const left = text.replaceAll(
    /(?<![\w-])(who|what|image|project|status|period)=(?:"([^"]*)"|(\S+))/gi,
    (_, name: string, quoted: string | undefined, plain: string | undefined) => {
      written[name.toLowerCase()] = [quoted ?? plain ?? ''];
      return ' ';
    },
  );
  const { pieces, rest } = auditWordsIn(left);
  const [image] = listed(wordsOf(rest)).filter(
    (word) => !filler.has(word.toLowerCase().replace(/[?!.]+$/, '')),
  );
  return { ...(image !== undefined && { image: [image] }), ...pieces, ...written };
}
