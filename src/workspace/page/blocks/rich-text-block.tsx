import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextList,
} from '@slack/types';
import { RichTextInline } from './rich-text-element.tsx';

function Inlines({ of }: { readonly of: readonly RichTextElement[] }) {
  return of.map((element) => <RichTextInline element={element} />);
}

function List({ list }: { readonly list: RichTextList }) {
  const Tag = list.style === 'ordered' ? 'ol' : 'ul';
  return (
    <Tag class={`indent-${Math.min(list.indent ?? 0, 8)}`}>
      {list.elements.map((item) => (
        <li>
          <Inlines of={item.elements} />
        </li>
      ))}
    </Tag>
  );
}

function Part({ part }: { readonly part: RichTextBlockElement }) {
  switch (part.type) {
    case 'rich_text_list':
      return <List list={part} />;
    case 'rich_text_section':
      return (
        <p>
          <Inlines of={part.elements} />
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Inlines of={part.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <code>
            <Inlines of={part.elements} />
          </code>
        </pre>
      );
  }
}

/** Rich text: what it contains is data and is never parsed for marks. */
export function RichTextView({ block }: { readonly block: RichTextBlock }) {
  return (
    <div class="block marked rich-text">
      {block.elements.map((part) => (
        <Part part={part} />
      ))}
    </div>
  );
}
