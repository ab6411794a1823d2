import type { AlertBlock, ContextBlock, HeaderBlock, MarkdownBlock } from '@slack/types';
import { MarkdownView } from '../text/marked-text-view.tsx';
import { PlainText, TextView } from '../text/text-object.tsx';
import { ImageView } from './image-block.tsx';

export function HeaderView({ block }: { readonly block: HeaderBlock }) {
  return (
    <h3 class="block header">
      <PlainText text={block.text.text} />
    </h3>
  );
}

export function ContextView({ block }: { readonly block: ContextBlock }) {
  return (
    <div class="block context">
      {block.elements.map((element) =>
        element.type === 'image' ? (
          <ImageView image={element} class="tiny" />
        ) : (
          <div>
            <TextView text={element} />
          </div>
        ),
      )}
    </div>
  );
}

export function MarkdownBlockView({ block }: { readonly block: MarkdownBlock }) {
  return (
    <div class="block">
      <MarkdownView text={block.text} />
    </div>
  );
}

const ALERT_MARKS = { default: '•', info: 'i', warning: '!', error: '×', success: '✓' } as const;

export function AlertView({ block }: { readonly block: AlertBlock }) {
  const level = block.level ?? 'default';
  return (
    <div class={`block alert ${level}`} role={level === 'error' ? 'alert' : 'note'}>
      <span class="alert-mark" aria-hidden="true">
        {ALERT_MARKS[level]}
      </span>
      <TextView text={block.text} />
    </div>
  );
}
