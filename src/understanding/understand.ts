import { decide, type Heard } from './decide.ts';
import { findSlots } from './find-slots.ts';
import type { Learnt } from './learn.ts';
import { mask } from './mask.ts';
import type { Known, Understander, Understanding } from './meaning.ts';
import { findMentions, type Naming } from './mentions.ts';
import { guess } from './model.ts';
import { nameIndex } from './name-index.ts';
import { plainText } from './plain-text.ts';
import { searchWords } from './search-words.ts';
import { speechOf } from './speech.ts';
import { spellingRepair } from './spelling.ts';
import { surenessOf } from './sureness.ts';
import { wordsOf } from './words.ts';

/** An understander that knows what was learnt. */
export function understander(learnt: Learnt): Understander {
  const { matcher, synonyms } = learnt;
  const repair = spellingRepair(matcher.vocabulary);
  const isOrdinary = (word: string) => matcher.vocabulary.has(word) || word.length < 2;
  const clouds = Object.entries(synonyms.clouds)
    .flatMap(([cloud, words]) => words.map((word) => [word, cloud] as const))
    .sort(([one], [other]) => other.length - one.length);

  function understand(
    message: string,
    known: Known,
    options: { readonly bot?: string } = {},
  ): Understanding {
    const text = plainText(message, options.bot);
    const speech = speechOf(text);
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
      ranked: ranked.flatMap(({ meaning, probability }) => {
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
  return { understand };

  /** Not one of the words was ever taught; names do not count. */
  function isStrange(words: readonly string[]): boolean {
    const said = words.filter((word) => !/^x[a-z]+$/.test(word) || !matcher.vocabulary.has(word));
    return said.length > 0 && said.every((word) => !matcher.vocabulary.has(word));
  }
}
