import type { Known, Understander, Understanding } from '../../src/understanding/meaning.ts';
import { type Library, openTalk } from '../support/talk-kit.ts';
import { type Ending, graveButton, judgeTurn } from './judge-turn.ts';
import type { SaidTalk, SaidTurn } from './talk-turns.ts';

const wendy = 'U0WEBOP';

/** A turn and how it ended. */
export interface Ended {
  readonly turn: SaidTurn;
  readonly ending: Ending;
}

interface Heard {
  readonly meant: Understanding;
  readonly known: Known;
}

/** Says a talk to Goldie from its first turn to its last, whatever becomes of it. */
export async function playTalk({ turns }: SaidTalk, library: Library): Promise<readonly Ended[]> {
  const heard: Heard[] = [];
  const kit = await openTalk({ ...library, understander: listening(library.understander, heard) });
  const ended: Ended[] = [];
  let wish: string | undefined;
  try {
    for (const [at, turn] of turns.entries()) {
      heard.length = 0;
      const key = `${at}-said`;
      const before = await kit.talkOf(wendy);
      const reply = await kit.said(wendy, turn.text, { key });
      const after = await kit.talkOf(wendy);
      const [first] = heard;
      if (!first) throw new Error(`Nobody listened to ${turn.text}`);
      const isUnderstoodSoFar = ended.every(
        ({ ending }) => ending === 'right' || ending === 'moot',
      );
      const played = { key, before, after, reply, wish, isUnderstoodSoFar, ...first };
      ended.push({ turn, ending: judgeTurn(turn, played) });
      if (turn.id && !turn.id.startsWith('faq.') && !turn.id.startsWith('talk.')) wish = turn.id;
      const button = turn.id === 'talk.confirm' ? graveButton(reply, before) : undefined;
      if (button !== undefined) await kit.pressed(wendy, button);
    }
  } finally {
    await kit.stop();
  }
  return ended;
}

/** The same understander, with a note of what it made of each text. */
function listening(understander: Understander, heard: Heard[]): Understander {
  return {
    understand(text, known, options) {
      const meant = understander.understand(text, known, options);
      heard.push({ meant, known });
      return meant;
    },
  };
}
