import type { Notice } from '../images/unit.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Choice, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressBegin } from './buttons.ts';
import { pressRestore } from './list-bin.ts';
import { choice, createServerChoice, projectOf } from './news-choices.ts';

/** Buttons that go with a kind of notice. */
const choices: Readonly<
  Record<string, (wording: Wording, facts: Facts, to: Notice['to']) => readonly Choice[]>
> = {
  'share.offered': (wording, { owner, imageId }, to) => {
    const slots = { offers: [`${owner}/${imageId}`] };
    const how = { agreed: true, ...('project' in to && { project: to.project }) };
    return [
      choice(wording, 'choices.accept', pressBegin('image.accept', slots, how), 'primary'),
      choice(wording, 'choices.reject', pressBegin('image.reject', slots, how)),
    ];
  },
  'job.finished.image.create': newImage,
  'job.finished.image.replicate': newImage,
  'job.finished.image.encrypt': newImage,
  'job.finished.image.convert': newImage,
  'job.finished.server.change-os': stoppedServer,
  'job.finished.server.reinstall': stoppedServer,
  'bin.ends-soon': stillInBin,
  'image.usable-in-az': createServerChoice,
  'job.finished.image.create-full': newImage,
};

/** What follows from a kind of news, in words for each operation. */
const consequences: Readonly<Record<string, string>> = { 'job.cancelled': 'cancelled' };

/**
 * What a notice says. Undefined: nothing to add to what the card of its job shows already, so that nobody is told the same
 * twice.
 */
export function noticeReply(wording: Wording, { kind, facts, to }: Notice): Reply | undefined {
  const key = [`notices.${kind}.${facts.operation}`, `notices.${kind}`].find(wording.has);
  if (key === undefined) return undefined;
  const what = `jobs.${facts.operation}.what`;
  const more = `${consequences[kind]}.${facts.operation}`;
  const said = wording.has(what) ? { ...facts, what: plain(wording.say(what)) } : facts;
  const lines = [
    ...wording.lines(key, said),
    ...(wording.has(more) ? wording.lines(more, said) : []),
  ];
  const buttons = choices[`${kind}.${facts.operation}`] ?? choices[kind];
  return {
    text: lines.map(plain).join(' '),
    parts: [{ kind: 'paragraph', lines }],
    choices: buttons?.(wording, facts, to) ?? [],
    seenBy: 'everyone',
  };
}

function newImage(wording: Wording, facts: Facts): readonly Choice[] {
  const image = [String(facts.imageId)];
  const how = projectOf(facts);
  return [
    choice(wording, 'choices.share-it', pressBegin('image.share', { images: image }, how)),
    choice(wording, 'choices.show-it', pressBegin('image.show', { image }, how)),
  ];
}

function stoppedServer(wording: Wording, facts: Facts): readonly Choice[] {
  const value = pressBegin('server.start', { server: [String(facts.serverId)] }, projectOf(facts));
  return [choice(wording, 'choices.start-server', value)];
}

function stillInBin(wording: Wording, facts: Facts): readonly Choice[] {
  const value = pressRestore(String(facts.imageId), projectOf(facts));
  return [choice(wording, 'choices.restore', value)];
}
