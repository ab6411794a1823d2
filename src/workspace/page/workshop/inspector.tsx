import { useEffect, useRef, useState } from 'preact/hooks';
import type { TraceEntry } from '../../workshop-api.ts';
import { traceSince } from '../server/workshop.ts';
import { matching, merged } from './trace-list.ts';

const LOOK_EVERY_MS = 1_000;
const SHOWN = 200;

function useTrace(): readonly TraceEntry[] {
  const [entries, setEntries] = useState<readonly TraceEntry[]>([]);
  const version = useRef(0);
  useEffect(() => {
    let stopped = false;
    let timer = 0;
    const look = async () => {
      const news = await traceSince(version.current).catch(() => []);
      if (stopped) return;
      version.current = Math.max(version.current, ...news.map((entry) => entry.version));
      if (news.length > 0) setEntries((known) => merged(known, news));
      timer = window.setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    void look();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, []);
  return entries;
}

function Entry({ entry }: { readonly entry: TraceEntry }) {
  const [copied, setCopied] = useState(false);
  const text = JSON.stringify({ sent: entry.sent, answer: entry.answer }, null, 2);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <details class="trace-entry">
      <summary>
        <span class={`trace-kind ${entry.kind}`}>{entry.kind}</span> {entry.name}{' '}
        <time dateTime={new Date(entry.at).toISOString()}>
          {new Date(entry.at).toLocaleTimeString()}
        </time>
      </summary>
      <button type="button" class="button plain" onClick={() => void copy()}>
        {copied ? 'Copied' : 'Copy as JSON'}
      </button>
      <textarea readOnly rows={12} aria-label={`${entry.name} as JSON`} value={text} />
    </details>
  );
}

/** Everything that passed between the workspace and the app, newest first. */
export function Inspector() {
  const entries = useTrace();
  const [wanted, setWanted] = useState('');
  const found = matching(entries, wanted);
  return (
    <section aria-label="Inspector">
      <h3>What passed</h3>
      <input
        type="search"
        class="workshop-filter"
        aria-label="Filter what passed"
        placeholder="Filter: chat.update, an id, a word"
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      {found.length === 0 && <p class="workshop-note">Nothing here yet.</p>}
      {found.slice(0, SHOWN).map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </section>
  );
}
