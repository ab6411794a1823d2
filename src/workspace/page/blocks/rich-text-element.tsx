import type { RichTextElement } from '@slack/types';
import type { ComponentChild } from 'preact';
import { emojiGlyph } from '../text/emoji.ts';
import {
  BroadcastMention,
  ChannelMention,
  Emoji,
  Moment,
  PersonMention,
  SafeLink,
} from '../text/inline-view.tsx';

/** Slack's `unicode` is hexadecimal code points joined by hyphens. */
function glyphOf({ name, unicode }: { readonly name: string; readonly unicode?: string }) {
  const points = (unicode ?? '').split('-').map((hex) => Number.parseInt(hex, 16));
  const valid = points.every((point) => point > 0 && point <= 0x10ffff);
  return valid ? String.fromCodePoint(...points) : emojiGlyph(name);
}

function bare(element: RichTextElement): ComponentChild {
  switch (element.type) {
    case 'text':
      return <span class="as-written">{element.text}</span>;
    case 'link':
      return <SafeLink url={element.url}>{element.text ?? element.url}</SafeLink>;
    case 'user':
      return <PersonMention id={element.user_id} />;
    case 'usergroup':
      return <BroadcastMention range={element.usergroup_id} />;
    case 'channel':
      return <ChannelMention id={element.channel_id} />;
    case 'broadcast':
      return <BroadcastMention range={element.range} />;
    case 'emoji': {
      const glyph = glyphOf(element);
      return glyph ? <Emoji name={element.name} glyph={glyph} /> : `:${element.name}:`;
    }
    case 'date':
      return (
        <Moment
          seconds={element.timestamp}
          format={element.format}
          fallback={element.fallback ?? ''}
          {...(element.url === undefined ? {} : { url: element.url })}
        />
      );
    case 'color':
      return <code>{element.value}</code>;
    case 'team':
      return <span class="mention">{element.team_id}</span>;
  }
}

/** One inline element with its styles. */
export function RichTextInline({ element }: { readonly element: RichTextElement }) {
  const style = element.style ?? {};
  let drawn: ComponentChild = bare(element);
  if (style.code) drawn = <code>{drawn}</code>;
  if (style.strike) drawn = <s>{drawn}</s>;
  if (style.underline) drawn = <u>{drawn}</u>;
  if (style.italic) drawn = <em>{drawn}</em>;
  if (style.bold) drawn = <strong>{drawn}</strong>;
  return drawn;
}
