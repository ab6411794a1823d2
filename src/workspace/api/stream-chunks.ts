/** What a piece of a stream adds to the message: words, steps of a plan, or blocks. */
import type { KnownBlock, RichTextBlock } from '@slack/types';
import { z } from 'zod';
import type { Stream } from '../team/streams.ts';
import type { Team } from '../team/team.ts';
import { readContent } from './message-content.ts';
import { type ApiRefusal, refuse } from './method.ts';

export type Content = Pick<Stream, 'markdown' | 'planTitle' | 'tasks' | 'blocks'>;
type Read = { readonly ok: true; readonly content: Content } | ApiRefusal;

const TaskUpdate = z.looseObject({
  type: z.literal('task_update'),
  id: z.string().min(1).max(255),
  title: z.string().max(255).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']).default('pending'),
  details: z.string().optional(),
  output: z.string().optional(),
  sources: z
    .array(z.looseObject({ type: z.literal('url'), url: z.string(), text: z.string() }))
    .optional(),
});
type TaskUpdate = z.infer<typeof TaskUpdate>;

const Chunks = z.array(
  z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('markdown_text'), text: z.string() }),
    TaskUpdate,
    z.looseObject({ type: z.literal('plan_update'), title: z.string().max(255) }),
    z.looseObject({ type: z.literal('blocks'), blocks: z.array(z.unknown()).max(50) }),
  ]),
);

/** Source: Slack, the markdown block. */
const mostMarkdown = 12_000;

export function withChunks(
  team: Team,
  before: Content,
  said: { readonly markdown_text?: string | undefined; readonly chunks?: unknown },
): Read {
  const chunks = Chunks.safeParse(said.chunks ?? []);
  if (!chunks.success) return refuse('invalid_chunks');
  let content: Content = { ...before, markdown: before.markdown + (said.markdown_text ?? '') };
  for (const chunk of chunks.data) {
    const next = withChunk(team, content, chunk);
    if (!next.ok) return next;
    content = next.content;
  }
  if (content.markdown.length > mostMarkdown) return refuse('msg_too_long');
  return { ok: true, content };
}

function withChunk(team: Team, content: Content, chunk: z.infer<typeof Chunks>[number]): Read {
  switch (chunk.type) {
    case 'markdown_text':
      return { ok: true, content: { ...content, markdown: content.markdown + chunk.text } };
    case 'plan_update':
      return { ok: true, content: { ...content, planTitle: chunk.title } };
    case 'task_update':
      return { ok: true, content: { ...content, tasks: withTask(content.tasks, chunk) } };
    case 'blocks': {
      const read = readContent(team, { blocks: chunk.blocks });
      if (!read.ok) return read;
      const blocks: readonly KnownBlock[] = [...content.blocks, ...read.content.blocks];
      return { ok: true, content: { ...content, blocks } };
    }
  }
}

/** A step that is known is replaced where it stands; what the update leaves out stays. */
function withTask(tasks: Content['tasks'], update: TaskUpdate): Content['tasks'] {
  const known = tasks.find(({ task_id }) => task_id === update.id);
  const details = update.details === undefined ? known?.details : words(update.details);
  const output = update.output === undefined ? known?.output : words(update.output);
  const sources = update.sources ?? known?.sources;
  const task: Content['tasks'][number] = {
    type: 'task_card',
    block_id: `task-${update.id}`.slice(0, 255),
    task_id: update.id,
    title: update.title ?? known?.title ?? update.id,
    status: update.status,
    ...(details && { details }),
    ...(output && { output }),
    ...(sources && { sources: sources.map(({ type, url, text }) => ({ type, url, text })) }),
  };
  return known ? tasks.map((one) => (one === known ? task : one)) : [...tasks, task];
}

function words(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}
