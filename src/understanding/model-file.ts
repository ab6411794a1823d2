import { endianness } from 'node:os';
import { z } from 'zod';
import { SynonymsFile } from './intent-files.ts';
import { meaningArray } from './layer.ts';
import type { Learnt } from './learn.ts';
import { wordKnowledge } from './word-knowledge.ts';

/** Changes whenever what is learnt or how it is kept changes; a file of another edition is learnt anew. */
const edition = 4;

const Header = z.strictObject({
  edition: z.literal(edition),
  endianness: z.literal(endianness()),
  mark: z.string(),
  meanings: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['answer', 'operation', 'smalltalk', 'out-of-scope']),
    }),
  ),
  vocabulary: z.array(z.string()),
  operations: z.array(
    z.tuple([z.string(), z.strictObject({ changes: z.boolean(), slots: z.array(z.string()) })]),
  ),
  sureness: z.strictObject({
    bias: z.number(),
    signals: z.array(z.strictObject({ weight: z.number(), mean: z.number(), spread: z.number() })),
  }),
  synonyms: SynonymsFile,
  rarest: z.number(),
  features: z.int(),
  weights: z.int(),
  vectors: z.strictObject({ dimensions: z.int(), words: z.int() }),
});

const lengthBytes = 4;
const align = 8;

/** What was learnt as bytes; `mark` says from which state of intents/ (see `intentsMark`). */
export function toBytes(learnt: Learnt, mark: string): Uint8Array {
  const { meanings, vocabulary, table, layer, knowledge } = learnt.matcher;
  const { dimensions, words, packed } = knowledge.vectors;
  const header: z.infer<typeof Header> = {
    edition,
    endianness: endianness(),
    mark,
    meanings: [...meanings],
    vocabulary: [...vocabulary],
    operations: [...learnt.operations].map(([id, { changes, slots }]) => [
      id,
      { changes, slots: [...slots] },
    ]),
    sureness: { bias: learnt.sureness.bias, signals: [...learnt.sureness.signals] },
    synonyms: learnt.synonyms,
    rarest: table.rarest,
    features: table.hashes.length,
    weights: layer.weights.length,
    vectors: { dimensions, words: words.length },
  };
  const json = Buffer.from(JSON.stringify(header));
  const start = Math.ceil((lengthBytes + json.length) / align) * align;
  const head = Buffer.alloc(start, ' ');
  head.writeUInt32LE(json.length, 0);
  json.copy(head, lengthBytes);
  return Buffer.concat([
    head,
    ...[
      words,
      table.hashes,
      table.weights,
      layer.steps,
      layer.starts,
      layer.meaning,
      layer.weights,
      packed,
    ].map(bytesOf),
  ]);
}

/** Reads what `toBytes` wrote; undefined when it was learnt from other intents, or when it is not such a file. */
export function fromBytes(bytes: Uint8Array, mark: string): Learnt | undefined {
  const header = headerOf(bytes);
  if (header?.mark !== mark) return undefined;
  const { meanings, features } = header;
  const { dimensions, words } = header.vectors;
  const rows = features + dimensions + 1;
  const numbers = bytes.slice(bytes.length - sizeOf(header));
  if (numbers.byteOffset % 4 !== 0) return undefined;
  const { buffer } = numbers;
  let at = numbers.byteOffset;
  const next = (size: number) => {
    at += size;
    return at - size;
  };
  const vectorWords = new Uint32Array(buffer, next(4 * words), words);
  const hashes = new Uint32Array(buffer, next(4 * features), features);
  const weights = new Float32Array(buffer, next(4 * features), features);
  const steps = new Float32Array(buffer, next(4 * rows), rows);
  const starts = new Uint32Array(buffer, next(4 * (rows + 1)), rows + 1);
  const Numbers = meaningArray(meanings.length);
  const spoken = header.weights;
  const meaning = new Numbers(buffer, next(Numbers.BYTES_PER_ELEMENT * spoken), spoken);
  const layer = new Int8Array(buffer, next(spoken), spoken);
  const packed = new Uint8Array(buffer, at, (words * dimensions) / 2);
  return {
    matcher: {
      meanings,
      vocabulary: new Set(header.vocabulary),
      knowledge: wordKnowledge(header.synonyms.groups, { dimensions, words: vectorWords, packed }),
      table: { hashes, weights, rarest: header.rarest },
      layer: {
        features: rows - 1,
        meanings: meanings.length,
        starts,
        meaning,
        weights: layer,
        steps,
      },
    },
    sureness: header.sureness,
    operations: new Map(header.operations),
    synonyms: header.synonyms,
  };
}

function headerOf(bytes: Uint8Array): z.infer<typeof Header> | undefined {
  if (bytes.length < lengthBytes) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  try {
    const text = new TextDecoder().decode(bytes.subarray(lengthBytes, lengthBytes + length));
    const header = Header.safeParse(JSON.parse(text));
    if (!header.success) return undefined;
    const start = Math.ceil((lengthBytes + length) / align) * align;
    return bytes.length === start + sizeOf(header.data) ? header.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Word vectors, hashes and weights of the features, and the layer: bytes. */
function sizeOf({ features, meanings, weights, vectors }: z.infer<typeof Header>): number {
  const { words, dimensions } = vectors;
  const rows = features + dimensions + 1;
  const layerBytes = weights * (1 + meaningArray(meanings.length).BYTES_PER_ELEMENT);
  return words * (4 + dimensions / 2) + features * 8 + rows * 8 + 4 + layerBytes;
}

function bytesOf(
  numbers: Uint8Array | Uint16Array | Uint32Array | Float32Array | Int8Array,
): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
