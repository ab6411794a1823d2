import type { News, Way } from '../notices/news.ts';

/** The kind of news that a text speaks of. */
export function newsIn(said: string): News | undefined {
  return heard(newsWords, said);
}

/** The way to get news that a text speaks of. */
export function wayIn(said: string): Way | undefined {
  return heard(wayWords, said);
}

/** Whether a text wants something on or off. */
export function stateIn(said: string): 'on' | 'off' | undefined {
  return heard(stateWords, said);
}

/** The hour of the day that a text names, 0 to 23: `8`, `8:00`, `8 am`, `17 o'clock`; or `off`. */
export function hourIn(said: string): string | undefined {
  if (/\b(?:off|none|never|no more|stop|end|cancel)\b/i.test(said)) return 'off';
  const { hour, half } =
    /\b(?<hour>\d{1,2})(?::00)?\s*(?<half>[ap]m)?\b(?!:)/i.exec(said)?.groups ?? {};
  if (hour === undefined) return undefined;
  const number = Number(hour);
  if (half === undefined) return number < 24 ? String(number) : undefined;
  if (number < 1 || number > 12) return undefined;
  return String((number % 12) + (half.toLowerCase() === 'pm' ? 12 : 0));
}

/** Words that tell the kinds of news apart, wherever they stand in a text; the first that fits counts. */
const newsWords: readonly (readonly [RegExp, News])[] = [
  [/\b(?:fail(?:s|ed|ures?)?|errors?|problems?|go(?:es)? wrong)\b/i, 'failures'],
  [/\b(?:endings?|ends?|expir(?:es?|ed|ing|y)|(?:recycle )?bin|gone)\b/i, 'endings'],
  [/\b(?:offers?|offered|waiting)\b/i, 'offers'],
  [/\b(?:answers?|accept(?:s|ed)?|reject(?:s|ed|ions?)?|declined?)\b/i, 'answers'],
  [/\b(?:jobs?|work|finish(?:es|ed)?|done|ready)\b/i, 'jobs'],
  [/\b(?:shares?|shared|sharing|withdrawn|deleted|stopped)\b/i, 'shares'],
];

const wayWords: readonly (readonly [RegExp, Way])[] = [
  [/\b(?:off|never|nothing|stop telling|mute|silence|not at all)\b/i, 'off'],
  [/\b(?:digest|daily|summary|once a day)\b/i, 'digest'],
  [/\b(?:direct(?:ly)?|dms?|private(?:ly)?|message me|myself)\b/i, 'direct'],
  [/\b(?:channel|usual(?:ly)?|where i asked|normal(?:ly)?|default)\b/i, 'usual'],
];

const stateWords: readonly (readonly [RegExp, 'on' | 'off'])[] = [
  [/\b(?:off|no more|not|stop|silence|mute|quiet|don't|without)\b/i, 'off'],
  [/\b(?:on|again|tell|show|post|with)\b/i, 'on'],
];

function heard<T>(words: readonly (readonly [RegExp, T])[], said: string): T | undefined {
  return words.find(([pattern]) => pattern.test(said))?.[1];
}
