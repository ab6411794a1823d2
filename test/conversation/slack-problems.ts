import type { Message } from '../../src/slack/render.ts';
import { blockProblems } from '../../src/workspace/blocks/block-problems.ts';
import { problemLine } from '../../src/workspace/blocks/problem.ts';

/** What is wrong with a message: what Slack would refuse, and any place where text could be read as markup. */
export function problemsIn({ text, blocks }: Message): readonly string[] {
  return [
    ...blockProblems('message', blocks).map(problemLine),
    ...(/[<>]|&(?!(?:amp|lt|gt);)/.test(text) ? [`text is not escaped: ${text}`] : []),
    ...typesIn(blocks)
      .filter((type) => !harmless.has(type))
      .map((type) => `${type} could hold markup`),
  ];
}

/** Blocks and elements whose text Slack shows as it is. */
const harmless = new Set([
  'rich_text',
  'rich_text_section',
  'rich_text_list',
  'text',
  'context',
  'plain_text',
  'table',
  'raw_text',
  'actions',
  'button',
  'context_actions',
  'feedback_buttons',
  'date',
]);

function typesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (typeof value !== 'object' || value === null) return [];
  const type: unknown = Reflect.get(value, 'type');
  const inside = Object.values(value).flatMap(typesIn);
  return typeof type === 'string' ? [type, ...inside] : inside;
}
