import { decide, type Heard } from './decide.ts';
import { findSlots } from './find-slots.ts';
import type { Learnt } from './learn.ts';
import { mask } from './mask.ts';
import type { Known, Speech, Understander, Understanding } from './meaning.ts';
import { findMentions, type Naming } from './mentions.ts';
import { guess } from './model.ts';
import { nameIndex } from './name-index.ts';
import { partsOf } from './orders.ts';
import { ownWords } from './own-words.ts';
import { longestText, plainText } from './plain-text.ts';
import { searchWords } from './search-words.ts';
import { speechOf } from './speech.ts';
import { spellingRepair } from './spelling.ts';
import { surenessOf } from './sureness.ts';
import { placeOf } from './word-vectors.ts';
import { wordsOf } from './words.ts';

const mostWishes = 5;
/** Of two hundred meanings, those that may be told as alternatives; three of them are. */
const mostRanked = 20;

/** An understander that knows what was learnt. */
export function understander(learnt: Learnt): Understander {
  const { matcher, synonyms } = learnt;
  const repair = spellingRepair(
    matcher.vocabulary,
    (word) => placeOf(matcher.knowledge.vectors, word) >= 0,
  );
  const isOrdinary = (word: string) => matcher.vocabulary.has(word) || word.length < 2;
  const clouds = Object.entries(synonyms.clouds)
    .flatMap(([cloud, words]) => words.map((word) => [word, cloud] as const))
    .sort(([one], [other]) => other.length - one.length);

  function understand(
    message: string,
    known: Known,
    options: { readonly bot?: string } = {},
  ): Understanding {
    const { own, isAllQuoted } = ownWords(message.slice(0, 2 * longestText));
    const text = plainText(own, options.bot);
    const whole = one(text, isAllQuoted ? 'quoted' : speechOf(text), known);
    return isAllQuoted ? whole : inWishes(whole, known);
  }
  return { understand };

  /** Parts an understanding when all parts of its text are understood for themselves. */
  function inWishes(whole: Understanding, known: Known): Understanding {
    const isOrder = whole.speech === 'order';
    if (!isOrder && whole.speech !== 'question') return whole;
    const parts = partsOf(whole.text, isOrder);
    if (parts.length < 2 || parts.length > mostWishes) return whole;
    const wishes = parts.map((part) => one(part, speechOf(part), known));
    const areClear = wishes.every(({ kind }) => kind === 'answer' || kind === 'operation');
    const areDifferent = new Set(wishes.map(({ id }) => id)).size === wishes.length;
    const [first] = wishes;
    return areClear && areDifferent && first ? { ...first, wishes } : whole;
  }

  function one(text: string, speech: Speech, known: Known): Understanding {
    const naming: Naming = { names: nameIndex(known), isOrdinary, clouds };
    const mentions = findMentions(text, naming);
    const written = wordsOf(mask(text, mentions));
    const words = written.map((word) =>
      matcher.vocabulary.has(word) ? word : (repair(word) ?? word),
    );
    const { ranked, signals } = guess(matcher, words, speech);
    const heard: Heard = {
      text,
      speech,
      isEmpty: words.length === 0,
      isStrange: isStrange(words),
      namesSomething: mentions.some(({ kinds }) =>
        kinds.some((kind) => kind === 'image' || kind === 'server'),
      ),
      sureness: surenessOf(learnt.sureness, signals),
      ranked: ranked.slice(0, mostRanked).flatMap(({ meaning, probability }) => {
        const found = matcher.meanings[meaning];
        return found ? [{ ...found, probability }] : [];
      }),
    };
    const decision = decide(heard, learnt.operations);
    const about = decision.about ?? decision.id ?? decision.alternatives[0]?.id ?? '';
    const slots = findSlots(text, mentions, learnt.operations.get(about)?.slots ?? []);
    const names =
      about === 'image.search' && !slots.names
        ? searchWords(text, synonyms.systems, isOrdinary)
        : [];
    const { about: topic, ...rest } = decision;
    return {
      ...rest,
      speech,
      text,
      slots: {
        ...slots,
        ...(names.length > 0 ? { names } : {}),
        ...(topic === undefined ? {} : { about: topic }),
      },
    };
  }

  /** Not one of the words was ever taught; names do not count. */
  function isStrange(words: readonly string[]): boolean {
    const said = words.filter((word) => !/^x[a-z]+$/.test(word) || !matcher.vocabulary.has(word));
    return said.length > 0 && said.every((word) => !matcher.vocabulary.has(word));
  }
}
