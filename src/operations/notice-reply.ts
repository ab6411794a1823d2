import type { Notice } from '../images/unit.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Choice, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressBegin } from './buttons.ts';

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
  'image.usable-in-az': (wording, { imageId }) => [
    choice(
      wording,
      'choices.create-server',
      pressBegin('server.create', { image: [String(imageId)] }),
    ),
  ],
  'job.finished.image.create-full': newImage,
  'job.finished.image.accept': (wording, { imageId }) => [
    choice(
      wording,
      'choices.create-server',
      pressBegin('server.create', { image: [String(imageId)] }),
    ),
  ],
};

/**
 * What a notice says. Undefined: nothing to add to what the card of its job shows already, so that nobody is told the same
 * twice.
 */
export function noticeReply(wording: Wording, { kind, facts, to }: Notice): Reply | undefined {
  const key = [`notices.${kind}.${facts.operation}`, `notices.${kind}`].find(wording.has);
  if (key === undefined) return undefined;
  const lines = wording.lines(key, facts);
  const buttons = choices[`${kind}.${facts.operation}`] ?? choices[kind];
  return {
    text: lines.map(plain).join(' '),
    parts: [{ kind: 'paragraph', lines }],
    choices: buttons?.(wording, facts, to) ?? [],
    seenBy: 'everyone',
  };
}

function newImage(wording: Wording, { imageId }: Facts): readonly Choice[] {
  return [
    choice(wording, 'choices.share-it', pressBegin('image.share', { images: [String(imageId)] })),
    choice(wording, 'choices.show-it', pressBegin('image.show', { image: [String(imageId)] })),
  ];
}

function stoppedServer(wording: Wording, { serverId }: Facts): readonly Choice[] {
  return [
    choice(
      wording,
      'choices.start-server',
      pressBegin('server.start', { server: [String(serverId)] }),
    ),
  ];
}

function choice(wording: Wording, key: string, value: string, tone?: Choice['tone']): Choice {
  return { label: plain(wording.say(key)), value, ...(tone && { tone }) };
}
