import { useState } from 'preact/hooks';
import type { FailingMethod } from '../../workshop-api.ts';

const KINDS: readonly (Omit<FailingMethod, 'method'> & { readonly words: string })[] = [
  { words: 'too many requests (429)', status: 429, error: 'ratelimited', retryAfter: 5 },
  { words: 'a broken server (503)', status: 503, error: 'service_unavailable' },
  { words: 'an internal error', status: 200, error: 'internal_error' },
];

/** Lets a method fail until it is told not to. */
export function MethodFailures(props: {
  readonly failing: readonly FailingMethod[];
  readonly methods: readonly string[];
  readonly onChange: (failing: readonly FailingMethod[]) => void;
}) {
  const { failing, methods, onChange } = props;
  const [method, setMethod] = useState('chat.postMessage');
  const [kind, setKind] = useState(0);

  function add(): void {
    const chosen = KINDS[kind];
    if (!chosen) return;
    const { words: _, ...failure } = chosen;
    onChange([...failing.filter((one) => one.method !== method), { method, ...failure }]);
  }

  return (
    <div>
      <div class="workshop-row">
        <select
          aria-label="Method that fails"
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value)}
        >
          {['*', ...methods].map((name) => (
            <option value={name}>{name === '*' ? 'every method' : name}</option>
          ))}
        </select>
        <select
          aria-label="How it fails"
          value={kind}
          onChange={(event) => setKind(Number(event.currentTarget.value))}
        >
          {KINDS.map(({ words }, index) => (
            <option value={index}>{words}</option>
          ))}
        </select>
        <button type="button" class="button plain" onClick={add}>
          Let it fail
        </button>
      </div>
      {failing.map((one) => (
        <div class="workshop-row" key={one.method}>
          <span>
            {one.method}: {one.status} {one.error}
          </span>
          <button
            type="button"
            class="button plain"
            onClick={() => onChange(failing.filter((other) => other !== one))}
          >
            Let {one.method} work
          </button>
        </div>
      ))}
    </div>
  );
}
