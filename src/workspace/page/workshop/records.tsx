import { useState } from 'preact/hooks';
import { doInWorkshop } from '../server/workshop.ts';

interface RecordsProps {
  /** How many steps were recorded; null while nothing is recorded. */
  readonly recorded: number | null;
  readonly onDone: () => void;
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Record a conversation as a dialog. */
export function Records({ recorded, onDone }: RecordsProps) {
  const [title, setTitle] = useState('a conversation');
  const [failure, setFailure] = useState<string | null>(null);

  async function told(answer: ReturnType<typeof doInWorkshop>): Promise<void> {
    const { ok, error, yaml } = await answer;
    setFailure(ok ? null : (error ?? 'That did not work. Try again.'));
    if (yaml !== undefined) download(`${title.replace(/\W+/g, '-') || 'dialog'}.yaml`, yaml);
    onDone();
  }

  return (
    <section aria-label="Recorder">
      <h3>Recorder</h3>
      <label class="workshop-line">
        Title of the dialog
        <input type="text" value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <div class="workshop-row">
        {recorded === null ? (
          <button
            type="button"
            class="button plain"
            onClick={() => void told(doInWorkshop('/page/record', { do: 'start' }))}
          >
            Start recording
          </button>
        ) : (
          <button
            type="button"
            class="button plain"
            onClick={() => void told(doInWorkshop('/page/record', { do: 'stop', title }))}
          >
            Save the dialog ({recorded} steps)
          </button>
        )}
      </div>
      <p class="workshop-note" role="alert">
        {failure}
      </p>
    </section>
  );
}
