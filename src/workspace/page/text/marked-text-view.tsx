import { useMemo } from 'preact/hooks';
import { Inlines } from './inline-view.tsx';
import { parseMarkdown } from './markdown.ts';
import type { Inline, ListItem, MarkedBlock } from './marked-text.ts';
import { parseMrkdwn } from './mrkdwn.ts';

function Lines({ lines }: { readonly lines: readonly (readonly Inline[])[] }) {
  return lines.map((line, index) => (
    <>
      {index > 0 && <br />}
      <Inlines of={line} />
    </>
  ));
}

function Items({ items }: { readonly items: readonly ListItem[] }) {
  return items.map(({ indent, number, line }) => (
    <li
      class={`indent-${Math.min(indent, 8)}`}
      {...(number === undefined ? {} : { value: number })}
    >
      <Inlines of={line} />
    </li>
  ));
}

/** The page's own headings are the two highest levels. */
const HEADINGS = [undefined, 'h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

function Block({ block }: { readonly block: MarkedBlock }) {
  switch (block.kind) {
    case 'lines':
      return (
        <p>
          <Lines lines={block.lines} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Lines lines={block.lines} />
        </blockquote>
      );
    case 'pre':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'heading': {
      const Level = HEADINGS[block.level] ?? 'h6';
      return (
        <Level class={`marked-heading level-${block.level}`}>
          <Inlines of={block.line} />
        </Level>
      );
    }
    case 'list':
      return block.ordered ? (
        <ol>
          <Items items={block.items} />
        </ol>
      ) : (
        <ul>
          <Items items={block.items} />
        </ul>
      );
    case 'rule':
      return <hr />;
  }
}

function Marked({ blocks }: { readonly blocks: readonly MarkedBlock[] }) {
  return (
    <div class="marked">
      {blocks.map((block) => (
        <Block block={block} />
      ))}
    </div>
  );
}

/** Slack's mrkdwn, drawn. */
export function MrkdwnView({ text }: { readonly text: string }) {
  return <Marked blocks={useMemo(() => parseMrkdwn(text), [text])} />;
}

/** Standard Markdown (the `markdown` block), drawn. */
export function MarkdownView({ text }: { readonly text: string }) {
  return <Marked blocks={useMemo(() => parseMarkdown(text), [text])} />;
}
