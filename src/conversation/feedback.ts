import type { ProjectId } from '../images/ids.ts';
import type { Understanding } from '../understanding/meaning.ts';
import { type Choice, plain, privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { FeedbackEntry } from './feedback-entry.ts';
import type { FeedbackLog } from './ports.ts';
import { type Press, pressValue } from './press.ts';
import type { Turn } from './turn.ts';

interface Parts {
  readonly log: FeedbackLog;
  readonly wording: Wording;
  readonly clock: () => number;
}

const longestText = 300;

/** Writes down what Goldie missed, and what people think of its answers. */
export function feedback({ log, wording, clock }: Parts) {
  return { missed, thumbs, rated };

  /** A text that was not understood, or was taken for nothing of Goldie's. */
  async function missed(
    turn: Turn,
    { text }: Pick<Understanding, 'text'>,
    kind: 'unsure' | 'outside',
    project: ProjectId | undefined,
  ): Promise<void> {
    if (text.trim() !== '') await append(turn, { kind, text, ...(project && { project }) });
  }

  /** The two small buttons under an answer; they bring back what was asked. */
  function thumbs(answer: string, text: string): readonly Choice[] {
    const asked = text.slice(0, longestText);
    return [true, false].map((liked) => ({
      label: plain(wording.say(liked ? 'feedback.helpful' : 'feedback.not-helpful')),
      value: pressValue({ does: 'rate', answer, liked, text: asked }),
      thumb: liked ? 'up' : 'down',
    }));
  }

  async function rated(
    turn: Turn,
    { answer, liked, text }: Extract<Press, { does: 'rate' }>,
    project: ProjectId | undefined,
  ): Promise<Reply> {
    const kind = liked ? 'liked' : 'disliked';
    await append(turn, { kind, text, answer, ...(project && { project }) });
    return privately(saying(wording.say(liked ? 'feedback.thanks' : 'feedback.sorry')));
  }

  function append(
    { who, key }: Turn,
    entry: Omit<FeedbackEntry, 'id' | 'at' | 'who'>,
  ): Promise<void> {
    const at = new Date(clock()).toISOString();
    return log.append({ ...entry, id: key, at, who, text: entry.text.slice(0, longestText) });
  }
}
