import { join } from 'node:path';
import { readTopics } from './answers/load-answers.ts';
import { fromFile, type Knowledge, markOf } from './knowledge-file.ts';
import { root } from './root.ts';
import { readClouds } from './tenancy/read-clouds.ts';
import { yamlFiles } from './tenancy/yaml-files.ts';
import { readSentences } from './wording/load-wording.ts';

const intents = join(root, 'intents');
const clouds = join(root, 'data', 'clouds');
/** The tenancy that is there to try Goldie with. */
export const demoFolder = join(root, 'data', 'demo');

/** Where `npm run build` puts what was read; for the sources and for what is built from them. */
export const builtKnowledgeFile = join(root, 'dist', 'knowledge.json');

/** A mark of all that is read; it changes whenever a file does. */
export function knowledgeMark(): string {
  return markOf([intents, clouds, demoFolder]);
}

/**
 * Takes the built file when it was made from the files as they are now; otherwise reads and checks them, which takes more
 * than half a second.
 * @throws an Error that names every fault of every file
 */
export async function loadKnowledge(builtFile = builtKnowledgeFile): Promise<Knowledge> {
  return fromFile(builtFile, knowledgeMark()) ?? readKnowledge();
}

/**
 * Reads and checks the files themselves.
 * @throws an Error that names every fault of every file
 */
export async function readKnowledge(): Promise<Knowledge> {
  const profiles = await readClouds(clouds);
  const figures = Object.fromEntries([...profiles].map(([id, profile]) => [id, { ...profile }]));
  const [topics, sentences, { files: demo }] = await Promise.all([
    readTopics(intents, figures),
    readSentences(join(intents, 'wording')),
    yamlFiles(demoFolder),
  ]);
  return { topics, sentences, clouds: profiles, demo };
}
