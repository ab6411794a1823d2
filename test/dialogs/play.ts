import { expect } from 'vitest';
import type { Reply } from '../../src/wording/reply.ts';
import { direct, everyWord, type TalkKit } from '../support/talk-kit.ts';
import type { Dialog, Expected, Step } from './read-dialogs.ts';

const people: Readonly<Record<string, string>> = {
  wendy: 'U0WEBOP',
  dan: 'U0DATOP',
  ada: 'U0ADMIN',
  vera: 'U0WEBRO',
  jing: 'U0JDCOP',
  gus: 'U0GUEST',
};

const channels: Readonly<Record<string, string>> = {
  images: 'C0IMAGES',
  'team-web': 'C0WEB',
  'team-data': 'C0DATA',
  'team-jd': 'C0JD',
};

interface Shown {
  readonly place: string;
  readonly reply: Reply;
}

/** Plays a dialog step by step; every step says what it saw when it is not what was written. */
export async function play({ steps }: Dialog, kit: TalkKit): Promise<void> {
  /** All that Goldie said, newest last. */
  const shown: Shown[] = [];
  let heard = 0;
  let unread: readonly Shown[] = [];
  let last: Reply | undefined;
  /** Messages that came with the last one and were not read yet. */
  let following: readonly Reply[] = [];
  let pressed: { readonly value: string; readonly place: string } | undefined;

  for (const step of steps) {
    await act(step);
    const news = kit.told.slice(heard);
    heard = kit.told.length;
    shown.push(...news);
    unread = [...unread, ...news];
  }

  async function act(step: Step): Promise<void> {
    switch (step.kind) {
      case 'says': {
        const place = placeOf(step.where, step.who);
        return show(place, await kit.said(idOf(step.who), step.text, { where: place }));
      }
      case 'types': {
        const place = placeOf(step.where, step.who);
        const [command = '', ...rest] = step.text.split(' ');
        return show(
          place,
          await kit.ordered(idOf(step.who), command, rest.join(' '), { where: place }),
        );
      }
      case 'presses': {
        const button = [...shown, ...cards()]
          .flatMap(({ place, reply }) => (reply.choices ?? []).map((one) => ({ ...one, place })))
          .findLast(({ label }) => label === step.text);
        if (!button) throw new Error(`There is no button ${step.text}; Goldie said ${said(last)}`);
        pressed = button;
        return press(step.who, button.value, button.place);
      }
      case 'presses again':
        return press(step.who, pressed?.value ?? '', pressed?.place ?? '');
      case 'hears':
        return step.where === undefined
          ? check(nextReply(), step.expected)
          : checkNotice(step.where, step.expected);
      case 'card':
        return check([...kit.cards.values()].at(-1), step.expected);
      case 'wait':
        return kit.pass(step.ms);
      case 'silence':
        return expect(unread.map(({ reply }) => everyWord(reply))).toEqual([]);
    }
  }

  /** Cards as they are now, each in the place of the message that became it. */
  function cards(): readonly Shown[] {
    return [...kit.cards].flatMap(([job, reply]) => {
      const first = shown.find((one) => one.reply.card?.job === job);
      return first ? [{ place: first.place, reply }] : [];
    });
  }

  async function press(who: string, value: string, where: string): Promise<void> {
    const { reply } = await kit.pressed(idOf(who), value, { where });
    show(where, reply);
  }

  function show(place: string, reply: Reply): void {
    last = reply;
    const all = [reply, ...(reply.more ?? [])];
    shown.push(...all.map((one) => ({ place, reply: one })));
    following = all;
  }

  /** Messages are read in order; the last one may be read again. */
  function nextReply(): Reply | undefined {
    const [next, ...rest] = following;
    if (rest.length > 0) following = rest;
    return next;
  }

  function checkNotice(where: string, expected: Expected): void {
    const place = placeOf(where, where);
    const news = unread.find((one) => one.place === place);
    if (!news) throw new Error(`Nothing new in ${where}; there is ${JSON.stringify(unread)}`);
    unread = unread.filter((one) => one !== news);
    check(news.reply, expected);
  }
}

function check(reply: Reply | undefined, { says, saysNot, choices, privately }: Expected): void {
  if (!reply) throw new Error('Goldie has said nothing yet');
  const words = everyWord(reply);
  for (const part of says) expect(words).toContain(part);
  for (const part of saysNot) expect(words).not.toContain(part);
  if (choices) expect((reply.choices ?? []).map(({ label }) => label)).toEqual(choices);
  if (privately !== undefined) expect(reply.seenBy).toBe(privately ? 'asker' : 'everyone');
}

function said(reply: Reply | undefined): string {
  const labels = reply?.choices?.map(({ label }) => label) ?? [];
  return reply ? `${everyWord(reply)}\n[${labels.join('] [')}]` : 'nothing';
}

function idOf(name: string): string {
  const id = people[name];
  if (id === undefined) throw new Error(`Nobody is called ${name}`);
  return id;
}

function placeOf(where: string | undefined, who: string): string {
  if (where !== undefined && channels[where] !== undefined) return channels[where];
  return direct(idOf(where ?? who));
}
