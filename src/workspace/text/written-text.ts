/** Writes the parts of a typed text the two ways Slack hands them to apps: as text with tokens and as rich text. */
import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Part } from './typed-text.ts';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes what an app posted as Slack stores it: tokens and entities stay, stray signs are escaped. */
export function storedText(text: string): string {
  return text
    .replace(/&(?!amp;|lt;|gt;)/g, '&amp;')
    .replace(/<(?![@#!]|https?:|mailto:|tel:)/g, '&lt;')
    .replace(/(<[^<>]*>)|>/g, (whole, token) => (token ? whole : '&gt;'))
    .replace(/^&gt;/gm, '>');
}

/** @param named people are written `<@U…|name>`, as in slash commands */
export function textWithTokens(parts: readonly Part[], { named = false } = {}): string {
  return parts.map((part) => token(part, named)).join('');
}

function token(part: Part, named: boolean): string {
  switch (part.kind) {
    case 'text':
      return escaped(part.text);
    case 'code':
      return `\`${escaped(part.text)}\``;
    case 'block of code':
      return `\`\`\`${escaped(part.text)}\`\`\``;
    case 'user':
      return named ? `<@${part.id}|${part.name}>` : `<@${part.id}>`;
    case 'channel':
      return `<#${part.id}|${part.name}>`;
    case 'broadcast':
      return `<!${part.range}>`;
    case 'mail':
      return `<mailto:${part.address}|${part.address}>`;
    case 'link':
      return part.url === part.label
        ? `<${escaped(part.url)}>`
        : `<${escaped(part.url)}|${escaped(part.label)}>`;
  }
}

export function richTextOf(parts: readonly Part[], blockId: string): readonly KnownBlock[] {
  const block: RichTextBlock = {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_section', elements: parts.map(element) }],
  };
  return [block];
}

type Inline = Extract<
  RichTextBlock['elements'][number],
  { type: 'rich_text_section' }
>['elements'][number];

function element(part: Part): Inline {
  switch (part.kind) {
    case 'text':
      return { type: 'text', text: part.text };
    case 'code':
    case 'block of code':
      return { type: 'text', text: part.text, style: { code: true } };
    case 'user':
      return { type: 'user', user_id: part.id };
    case 'channel':
      return { type: 'channel', channel_id: part.id };
    case 'broadcast':
      return { type: 'broadcast', range: part.range };
    case 'mail':
      return { type: 'link', url: `mailto:${part.address}`, text: part.address };
    case 'link':
      return part.url === part.label
        ? { type: 'link', url: part.url }
        : { type: 'link', url: part.url, text: part.label };
  }
}
