import type { FileInput } from '@slack/types';
import { useId, useRef, useState } from 'preact/hooks';
import type { FileCard } from '../../page-api.ts';
import { useRequests } from '../server/requests-context.ts';
import { fileSize } from '../text/file-size.ts';
import { described, type Placed, useControl } from './element-control.ts';

/** Slack's own limit where the app names none. */
const MOST_FILES = 10;

const isCard = (one: unknown): one is FileCard =>
  typeof one === 'object' && one !== null && 'id' in one && 'name' in one && 'bytes' in one;

/** Files from this computer: uploaded as soon as they are chosen, handed to the app with the form. */
export function FileInputElement(placed: Placed<FileInput>) {
  const { element } = placed;
  const control = useControl(placed);
  const requests = useRequests();
  const picker = useRef<HTMLInputElement>(null);
  const buttonId = useId();
  const [uploading, setUploading] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const held = Array.isArray(control.value.files) ? control.value.files.filter(isCard) : [];
  const most = element.max_files ?? MOST_FILES;
  const naming = described(placed, control);

  async function take(chosen: readonly File[]): Promise<void> {
    if (held.length + chosen.length > most) {
      setFailure(`Choose at most ${most} ${most === 1 ? 'file' : 'files'}.`);
      return;
    }
    setFailure(null);
    setUploading(true);
    const answers = await Promise.all(chosen.map((file) => requests.attach(file)));
    setUploading(false);
    control.choose({ files: [...held, ...answers.flatMap(({ file }) => file ?? [])] });
    setFailure(answers.find(({ ok }) => !ok)?.error ?? null);
  }

  return (
    <>
      <div class="file-input">
        {held.map((file) => (
          <span class="chip">
            {file.name} <small>{fileSize(file.bytes)}</small>
            <button
              type="button"
              aria-label={`Remove ${file.name}`}
              onClick={() => control.choose({ files: held.filter(({ id }) => id !== file.id) })}
            >
              ×
            </button>
          </span>
        ))}
        <button
          type="button"
          id={buttonId}
          class={`button plain${uploading || control.pending ? ' pending' : ''}`}
          aria-busy={uploading}
          aria-describedby={naming['aria-describedby']}
          aria-labelledby={`${placed.labelledBy ?? ''} ${buttonId}`.trim()}
          onClick={() => picker.current?.click()}
        >
          {most === 1 ? 'Choose a file' : 'Choose files'}
        </button>
        <input
          ref={picker}
          type="file"
          class="file-picker"
          tabIndex={-1}
          aria-label="Files for the form"
          multiple={most > 1}
          accept={element.filetypes?.map((ending) => `.${ending}`).join(',')}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (chosen.length > 0) void take(chosen);
          }}
        />
      </div>
      <p class="input-error" role="alert">
        {failure}
      </p>
    </>
  );
}
