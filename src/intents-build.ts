/** Part of `npm run build`: reads and checks what is written in YAML, so that a start need not. */
import { writeFile } from 'node:fs/promises';
import { builtKnowledgeFile, knowledgeMark, readKnowledge } from './knowledge.ts';
import { toText } from './knowledge-file.ts';

const mark = knowledgeMark();
const text = toText(await readKnowledge(), mark);
await writeFile(builtKnowledgeFile, text);
process.stdout.write(`read intents and data: ${Math.round(text.length / 1024)} kB\n`);
