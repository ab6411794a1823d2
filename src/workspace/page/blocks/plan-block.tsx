import type { PlanBlock, TaskCardBlock } from '@slack/types';
import { SafeLink } from '../text/inline-view.tsx';
import { RichTextView } from './rich-text-block.tsx';

const STATUS = {
  pending: { mark: '○', word: 'Waiting' },
  in_progress: { mark: '◐', word: 'Under way' },
  complete: { mark: '✓', word: 'Done' },
  error: { mark: '×', word: 'Failed' },
} as const;

export function TaskCardView({ block }: { readonly block: TaskCardBlock }) {
  const { mark, word } = STATUS[block.status];
  return (
    <div class={`block task ${block.status}`}>
      <span class="task-mark" role="img" aria-label={word}>
        {mark}
      </span>
      <div>
        <div class="task-title">{block.title}</div>
        {block.details && <RichTextView block={block.details} />}
        {block.output && <RichTextView block={block.output} />}
        {block.sources?.map(({ url, text }) => (
          <div class="task-source">
            <SafeLink url={url}>{text}</SafeLink>
          </div>
        ))}
      </div>
    </div>
  );
}

type PlanTask = NonNullable<PlanBlock['tasks']>[number];
const isTask = (task: PlanTask): task is TaskCardBlock =>
  'status' in task && typeof task.status === 'string' && Object.hasOwn(STATUS, task.status);

export function PlanView({ block }: { readonly block: PlanBlock }) {
  return (
    <div class="block plan">
      <div class="plan-title">{block.title}</div>
      <ol>
        {(block.tasks ?? []).filter(isTask).map((task) => (
          <li>
            <TaskCardView block={task} />
          </li>
        ))}
      </ol>
    </div>
  );
}
