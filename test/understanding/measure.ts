import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Known, Understander, Understanding } from '../../src/understanding/meaning.ts';
import { demoInventory } from './demo-inventory.ts';
import { inventory } from './inventory.ts';

/** One line of a set: a text and what it may honestly be taken for. */
export interface Asked {
  readonly text: string;
  readonly ids: readonly string[];
}

/** Shares in percent. */
export interface Score {
  /** The right thing was done. */
  readonly right: number;
  /** Another thing was done. */
  readonly wrong: number;
  /** The right thing was done or offered. */
  readonly reached: number;
}

const Ask = z.object({ text: z.string(), id: z.string(), also: z.array(z.string()).default([]) });
const Phrases = z.strictObject({
  meanings: z.record(z.string(), z.array(z.string()).min(2)),
  outside: z.array(z.string()).min(30),
});
/** A line that must lead to one of the kinds or ids in `may`. */
const Limit = z.object({ text: z.string(), may: z.array(z.string()) });
export type Limit = z.infer<typeof Limit>;

const folder = 'test/understanding';

/** A list of lines with their meanings: `faq`, `operations` or `fresh`. */
export async function askedIn(set: string): Promise<readonly Asked[]> {
  const lines = z.array(Ask).parse(await yaml(`sets/${set}`));
  return lines.map(({ text, id, also }) => ({ text, ids: [id, ...also] }));
}

/** A list of lines with limits: `outside`, `fresh-outside` or `adversarial`. */
export async function limitsIn(set: string): Promise<readonly Limit[]> {
  return z.array(Limit).parse(await yaml(`sets/${set}`));
}

/** A file of phrases by meaning: `phrases` or `unseen-phrases`. */
export async function phrasesIn(file: string) {
  const { meanings, outside } = Phrases.parse(await yaml(file));
  const asked = Object.entries(meanings).flatMap(([id, texts]) =>
    texts.map((text): Asked => ({ text, ids: [id] })),
  );
  return { asked, outside };
}

async function yaml(name: string): Promise<unknown> {
  return parse(await readFile(`${folder}/${name}.yaml`, 'utf8'));
}

/** What the asker sees: the sets speak of the demo tenancy, the phrases of an inventory of their own. */
export async function inventories(): Promise<{ readonly sets: Known; readonly phrases: Known }> {
  return { sets: await demoInventory('U0WEBOP'), phrases: inventory };
}

/** Asks all lines and counts. */
export function scoreOf(goldie: Understander, asked: readonly Asked[], known: Known): Score {
  const ends = asked.map(({ text, ids }) => {
    const { kind, id, slots, alternatives } = goldie.understand(text, known);
    const isRight = ids.some((one) => one === id || one === slots.about || one === kind);
    const isAsking = kind === 'unsure' || kind === 'out-of-scope';
    return {
      isRight,
      isWrong: !isRight && !isAsking,
      isOffered: isAsking && alternatives.some((other) => ids.includes(other.id)),
    };
  });
  const percent = (wanted: (end: (typeof ends)[number]) => boolean) =>
    Math.round((1000 * ends.filter(wanted).length) / ends.length) / 10;
  return {
    right: percent(({ isRight }) => isRight),
    wrong: percent(({ isWrong }) => isWrong),
    reached: percent(({ isRight, isOffered }) => isRight || isOffered),
  };
}

/** An understanding and, when there are several wishes in it, each of these. */
export function allIn(understanding: Understanding): readonly Understanding[] {
  return [understanding, ...(understanding.wishes ?? [])];
}
