import { asksToDo } from '../understanding/orders.ts';

/** What a stretch of words does in an answer. `soft`: a yes by itself, and no contradiction before a no. */
type Part = 'yes' | 'soft' | 'no' | 'filler' | 'doubt' | 'reason';

const it = '(?:it|that|this|so|them|all|everything|the (?:plan|change|request|whole thing))';
const what = `(?: (?:all of )?${it})?`;
const may = "(?:you (?:can|may) |let's |let us )?";
const good = '(?:good|right|fine|okay|ok|great|correct|perfect|alright|all right)';

/** All that an answer may be made of: whatever is not in here makes more of it than an answer. */
const grammar: Readonly<Record<Part, readonly string[]>> = {
  soft: ['ok|okay|k'],
  yes: [
    'yes|yep|yup|yeah|y|sure(?: thing)?|of course|absolutely|definitely|certainly|agreed|affirmative',
    `confirm(?:ed)?${what}`,
    `${may}(?:go ahead|go for it|go on|go|proceed|carry on|continue)`,
    `${may}(?:do|run|ship|execute|start) ${it}`,
    `carry ${it} out|make it (?:so|happen)|do`,
    `(?:(?:${it}|the plan) )?(?:all )?(?:looks?|sounds?|seems?) (?:really |all |very )?${good}`,
    `(?:it|that|this)(?:'s| is) ${good}`,
    `i (?:confirm|agree|approve)${what}`,
    `(?:i am|i'm|we are|we're) (?:fine|ok|okay|happy|good)`,
  ],
  no: [
    'no|nope|nah|n|never ?mind|nvm',
    `(?:cancel|stop|drop|forget|leave|abort|scrap|skip|ditch)(?: about)?${what}|call ${it} off`,
    `(?:don't|dont|do not)(?: (?:do|run|start|ship) ${it}| go ahead| proceed| bother)?`,
    `let's not|let us not|(?:i'd |i would )?(?:rather|better) not|not (?:now|yet|today)|hold off`,
    'maybe later|some other time|another time|later',
    `(?:i |i've |i have )?changed my mind`,
    `(?:i |we )(?:don't|do not) want (?:${it}|to)`,
  ],
  filler: [
    'please|pls|thanks|thank you|and|then|so|just|well|oh|actually|hm+|goldie',
    'now|right now|right away|after all|any ?more|for now|alone|be|there|as it is',
    'great|good|perfect|cool|nice|fine|right|alright|all right',
    '(?:to|for|by|with) (?:me|us|it|that|this)',
  ],
  doubt: ['wait|hold on|sorry|on second thoughts?|on reflection|but|not'],
  reason: [
    "(?:i'll|i will|we'll|we will|let me|i need to|i have to|i want to|i should|we should) (?:do|handle|think|check|ask|look|talk|sleep|wait|finish|try|come|get)(?: [a-z']+){0,7}",
    `(?:(?:it|that|this)(?: is|'s) )?(?:not needed|no longer needed|too late|a mistake|tomorrow|later|today)`,
  ],
};

const ways = Object.entries(grammar).flatMap(([part, texts]) =>
  texts.map((text) => ({ part, pattern: new RegExp(`(?:${text})(?![\\w'-])`, 'y') })),
);
const gap = /[\s,.;!:–—-]*/y;
const objection = /^(?:no|nope|wait|stop|hold on|not)\b/i;
const dropping =
  /^(?:(?:ok|okay|oh|please|just|actually|well|no)[\s,]+)*(?:(?:cancel|drop|forget|leave|abort|scrap)(?: about)? (?:it|that|this|the whole thing)|never ?mind|nvm|cancel)(?:\s*[,.;!–—]|\s+-)\s+(?<rest>[^?]+)$/s;
const turning = /\b(?:instead|rather|i meant?)\b/;

/** A text that begins by taking something back, whatever comes after. */
export function isObjection(text: string): boolean {
  return objection.test(text.trim());
}

/**
 * What a text says that only says yes or no, at whatever length: "sounds good, run it", "on second thought don't". A name,
 * a question or anything else to do makes more of it; a yes with a doubt or a no in it is none.
 */
export function bareAnswer(text: string): 'yes' | 'no' | undefined {
  const said = text.trim().toLowerCase().replaceAll('’', "'");
  const parts = partsOf(said);
  const has = (part: Part) => parts?.includes(part) ?? false;
  if (has('no') && !has('yes')) return 'no';
  if ((has('yes') || has('soft')) && !has('no') && !has('doubt') && !has('reason')) return 'yes';
  const rest = parts ? undefined : dropping.exec(said)?.groups?.rest;
  return rest !== undefined && !asksToDo(rest) && !turning.test(rest) ? 'no' : undefined;
}

/** So few words can hardly mean anything but an answer, even where nobody asked. */
export function isShort(text: string): boolean {
  return text.trim().split(/\s+/).length <= 3;
}

/** The parts that make up a text; undefined when something in it is none. The longest stretch counts. */
function partsOf(said: string): readonly string[] | undefined {
  const parts: string[] = [];
  let at = endOf(gap, said, 0);
  while (at < said.length) {
    const [longest] = ways
      .map(({ part, pattern }) => ({ part, end: endOf(pattern, said, at) }))
      .toSorted((one, other) => other.end - one.end);
    if (!longest || longest.end <= at) return undefined;
    parts.push(longest.part);
    at = endOf(gap, said, longest.end);
  }
  return parts;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}
