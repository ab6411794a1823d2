import { useState } from 'preact/hooks';
import { doInWorkshop } from '../server/workshop.ts';

interface StartOverProps {
  readonly channel: string;
  readonly scenes: readonly string[];
  readonly onDone: () => void;
}

const SAMPLE_MESSAGES = 1000;

/** Forget what was said, begin with a scene, or fill a channel with sample talk. */
export function StartOver({ channel, scenes, onDone }: StartOverProps) {
  const [scene, setScene] = useState('');
  const [pending, setPending] = useState(false);
  const [note, setNote] = useState<string | null>(null);

  async function told(answer: ReturnType<typeof doInWorkshop>): Promise<void> {
    setNote(null);
    setPending(true);
    const { ok, error } = await answer;
    setPending(false);
    setNote(ok ? null : (error ?? 'That did not work. Try again.'));
    onDone();
  }

  return (
    <section aria-label="Start over">
      <h3>Start over</h3>
      <label class="workshop-line">
        Scene
        <select value={scene} onChange={(event) => setScene(event.currentTarget.value)}>
          <option value="">Nothing was said</option>
          {scenes.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="workshop-row">
        <button
          type="button"
          class={`button plain${pending ? ' pending' : ''}`}
          aria-disabled={pending}
          onClick={() => {
            if (!pending) void told(doInWorkshop('/page/reset', scene === '' ? {} : { scene }));
          }}
        >
          Forget everything that was said
        </button>
        <button
          type="button"
          class="button plain"
          onClick={() => void told(doInWorkshop('/page/fill', { channel, count: SAMPLE_MESSAGES }))}
        >
          Fill this channel with sample talk
        </button>
      </div>
      <p class="workshop-note">What the app keeps for itself stays as it is.</p>
      <p class="workshop-note" role="alert">
        {note}
      </p>
    </section>
  );
}
