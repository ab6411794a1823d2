import type { TextObject } from '@slack/types';
import { emoji, scanInline } from './inline-scanner.ts';
import { Inlines } from './inline-view.tsx';
import { MrkdwnView } from './marked-text-view.tsx';

const EMOJI_ONLY = { ':': [emoji] };

/** Plain text with its `:emoji:` drawn; nothing else in it has a meaning. */
export function PlainText({ text }: { readonly text: string }) {
  return <Inlines of={scanInline(text, EMOJI_ONLY, (raw) => raw, 0)} />;
}

/** Either of Slack's two text objects. */
export function TextView({ text }: { readonly text: TextObject }) {
  return text.type === 'mrkdwn' ? <MrkdwnView text={text.text} /> : <PlainText text={text.text} />;
}
