import type { ComponentChildren } from 'preact';
import type { Inline } from './marked-text.ts';
import { personOf, useDirectory } from './people.tsx';
import { safeUrl } from './safe-url.ts';
import { slackDate } from './slack-date.ts';

/** A link that leaves the page; text only when the address is not one a link may have. */
export function SafeLink(props: { readonly url: string; readonly children: ComponentChildren }) {
  const url = safeUrl(props.url);
  if (url === undefined) return <span>{props.children}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {props.children}
    </a>
  );
}

export function PersonMention({ id, label }: { readonly id: string; readonly label?: string }) {
  const directory = useDirectory();
  const known = directory.people.find((person) => person.id === id);
  const mine = id === directory.me ? ' mention-me' : '';
  return (
    <span class={`mention${mine}`}>@{known?.name ?? label ?? personOf(directory, id).name}</span>
  );
}

export function ChannelMention({ id, label }: { readonly id: string; readonly label?: string }) {
  const { channels } = useDirectory();
  return (
    <span class="mention">
      #{channels.find((channel) => channel.id === id)?.name ?? label ?? id}
    </span>
  );
}

export function BroadcastMention({ range }: { readonly range: string }) {
  return <span class="mention mention-me">@{range}</span>;
}

export interface MomentProps {
  readonly seconds: number;
  readonly format: string;
  readonly fallback: string;
  readonly url?: string;
}

/** A date in the time zone of the person who looks. */
export function Moment({ seconds, format, fallback, url }: MomentProps) {
  const directory = useDirectory();
  const { zone } = personOf(directory, directory.me);
  const shown = slackDate(seconds, format, new Date(), zone) ?? fallback;
  const at = new Date(seconds * 1000);
  const time = Number.isNaN(at.getTime()) ? (
    <span>{fallback}</span>
  ) : (
    <time dateTime={at.toISOString()} title={at.toLocaleString()}>
      {shown}
    </time>
  );
  return url === undefined ? time : <SafeLink url={url}>{time}</SafeLink>;
}

export function Emoji({ name, glyph }: { readonly name: string; readonly glyph: string }) {
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {glyph}
    </span>
  );
}

function One({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'bold':
      return (
        <strong>
          <Inlines of={inline.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines of={inline.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines of={inline.children} />
        </s>
      );
    case 'link':
      return (
        <SafeLink url={inline.url}>
          <Inlines of={inline.children} />
        </SafeLink>
      );
    case 'person':
      return <PersonMention {...inline} />;
    case 'channel':
      return <ChannelMention {...inline} />;
    case 'broadcast':
      return <BroadcastMention range={inline.range} />;
    case 'date':
      return <Moment {...inline} />;
    case 'emoji':
      return <Emoji name={inline.name} glyph={inline.glyph} />;
  }
}

export function Inlines({ of }: { readonly of: readonly Inline[] }) {
  return of.map((inline) => <One inline={inline} />);
}
