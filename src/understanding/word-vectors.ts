/**
 * What words mean, as directions in a space of few dimensions: words that dictionaries explain alike point alike, so that
 * "clone" teaches something about "copy". Distilled from WordNet (see `distilling/`); kept in four bits a dimension.
 */
export interface WordVectors {
  readonly dimensions: number;
  /** Hashes of the words, ascending. */
  readonly words: Uint32Array;
  /** For each word half a byte a dimension: 1 to 15, where 8 is zero. */
  readonly packed: Uint8Array;
}

const mark = 0x44524f57;
const headBytes = 12;

/** Word vectors as bytes; the same on every machine. */
export function wordVectorBytes({ dimensions, words, packed }: WordVectors): Uint8Array {
  const bytes = new Uint8Array(headBytes + 4 * words.length + packed.length);
  const view = new DataView(bytes.buffer);
  [mark, dimensions, words.length, ...words].forEach((number, at) => {
    view.setUint32(4 * at, number, true);
  });
  bytes.set(packed, headBytes + 4 * words.length);
  return bytes;
}

/**
 * Reads what `wordVectorBytes` wrote.
 *
 * @throws an Error when it is not such a file, or not all of it.
 */
export function wordVectorsFrom(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [found, dimensions, count] = [0, 4, 8].map((at) =>
    bytes.length < headBytes ? 0 : view.getUint32(at, true),
  );
  const start = headBytes + 4 * (count ?? 0);
  const packed = bytes.subarray(start);
  if (found !== mark || packed.length * 2 !== (count ?? 0) * (dimensions ?? 0)) {
    throw new Error('the word vectors are not whole');
  }
  const words = Uint32Array.from({ length: count ?? 0 }, (_, at) =>
    view.getUint32(headBytes + 4 * at, true),
  );
  return { dimensions: dimensions ?? 0, words, packed };
}

/** Packs one vector, whatever its length. */
export function packedVector(vector: readonly number[]): Uint8Array {
  const most = Math.max(...vector.map(Math.abs)) || 1;
  const halves = vector.map((part) => Math.round((7 * part) / most) + 8);
  return Uint8Array.from({ length: halves.length / 2 }, (_, at) => {
    return (halves[2 * at] ?? 0) | ((halves[2 * at + 1] ?? 0) << 4);
  });
}

/** The place of a word, or of the word that it is a form of ("copies", "copied"); -1 when nothing is known of it. */
export function placeOf({ words }: WordVectors, word: string): number {
  const place = placeIn(words, hashOfWord(word));
  if (place >= 0) return place;
  for (const [ending, base] of endings) {
    if (!word.endsWith(ending)) continue;
    const found = placeIn(words, hashOfWord(word.slice(0, -ending.length) + base));
    if (found >= 0) return found;
  }
  const undoubled = word.replace(/(.)\1(?:ing|ed)$/, '$1');
  return undoubled === word ? -1 : placeIn(words, hashOfWord(undoubled));
}

/** Adds the direction of the word at a place, made as long as `length`, to `sum`. */
export function addDirection(
  { dimensions, packed }: WordVectors,
  place: number,
  length: number,
  sum: Float64Array,
): void {
  const start = (place * dimensions) / 2;
  let square = 0;
  for (let at = 0; at < dimensions; at += 1) {
    const part = half(packed, start, at);
    square += part * part;
  }
  const scale = length / (Math.sqrt(square) || 1);
  for (let at = 0; at < dimensions; at += 1) {
    sum[at] = (sum[at] ?? 0) + scale * half(packed, start, at);
  }
}

function half(packed: Uint8Array, start: number, at: number): number {
  const both = packed[start + (at >> 1)] ?? 0;
  return (at % 2 === 0 ? both & 15 : both >> 4) - 8;
}

/** Endings of English forms and of the words that dictionaries list. */
const endings: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['men', 'man'],
  ['ies', 'y'],
  ['ed', 'e'],
  ['ed', ''],
  ['ied', 'y'],
  ['ing', 'e'],
  ['ing', ''],
  ['er', ''],
  ['est', ''],
  ['er', 'e'],
  ['est', 'e'],
];

/** FNV-1a. */
export function hashOfWord(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

function placeIn(words: Uint32Array, wanted: number): number {
  let least = 0;
  let most = words.length;
  while (least < most) {
    const middle = (least + most) >>> 1;
    if ((words[middle] ?? 0) < wanted) least = middle + 1;
    else most = middle;
  }
  return words[least] === wanted ? least : -1;
}
