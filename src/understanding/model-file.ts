import { endianness } from 'node:os';
import { z } from 'zod';
import { SynonymsFile } from './intent-files.ts';
import type { Learnt } from './learn.ts';
import { groupFinder } from './words.ts';

/** Changes whenever what is learnt or how it is kept changes; a file of another edition is learnt anew. */
const edition = 3;

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
});

const lengthBytes = 4;
const align = 8;

/** What was learnt as bytes; `mark` says from which state of intents/ (see `intentsMark`). */
export function toBytes(learnt: Learnt, mark: string): Uint8Array {
  const { meanings, vocabulary, table, layer } = learnt.matcher;
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
  };
  const json = Buffer.from(JSON.stringify(header));
  const start = Math.ceil((lengthBytes + json.length) / align) * align;
  const head = Buffer.alloc(start, ' ');
  head.writeUInt32LE(json.length, 0);
  json.copy(head, lengthBytes);
  return Buffer.concat([
    head,
    ...[table.hashes, table.weights, layer.steps, layer.weights].map(bytesOf),
  ]);
}

/** Reads what `toBytes` wrote; undefined when it was learnt from other intents, or when it is not such a file. */
export function fromBytes(bytes: Uint8Array, mark: string): Learnt | undefined {
  const header = headerOf(bytes);
  if (header?.mark !== mark) return undefined;
  const { meanings, features } = header;
  const numbers = bytes.slice(bytes.length - sizeOf(header));
  if (numbers.byteOffset % 4 !== 0) return undefined;
  const { buffer, byteOffset: start } = numbers;
  const hashes = new Uint32Array(buffer, start, features);
  const groups = header.synonyms.groups;
  return {
    matcher: {
      meanings,
      vocabulary: new Set(header.vocabulary),
      groupsOf: groupFinder(groups),
      table: {
        hashes,
        weights: new Float32Array(buffer, start + 4 * features, features),
        rarest: header.rarest,
      },
      layer: {
        features,
        meanings: meanings.length,
        steps: new Float32Array(buffer, start + 8 * features, features + 1),
        weights: new Int8Array(buffer, start + 4 * (3 * features + 1)),
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

/** Hashes and weights of the features, steps and weights of the layer: bytes. */
function sizeOf({ features, meanings }: z.infer<typeof Header>): number {
  return 4 * features * 2 + (features + 1) * (4 + meanings.length);
}

function bytesOf(numbers: Uint32Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
