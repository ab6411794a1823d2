import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SlashCommand } from '../../page-api.ts';
import { CompletionList, completionDomId } from './completion-list.tsx';
import { ComposerMenu } from './composer-menu.tsx';
import { useCompletions } from './use-completions.ts';

export interface ComposerProps {
  readonly placeholder: string;
  /** Which conversation the text belongs to; each keeps its own unsent text. */
  readonly draftKey: string;
  readonly commands: readonly SlashCommand[];
  readonly hint: string;
  /** Resolves with a sentence when the text could not be sent; then it stays in the box. */
  readonly onSend: (text: string) => Promise<string | null>;
  /** Resolves with a sentence when the file could not be shared. */
  readonly onFile: (file: File) => Promise<string | null>;
}

const drafts = new Map<string, string>();

export function Composer({ placeholder, draftKey, commands, hint, ...props }: ComposerProps) {
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const wantedCaret = useRef<number | null>(null);
  const sending = useRef(false);
  const [box, setBox] = useState({ text: '', caret: 0 });
  const [failure, setFailure] = useState<string | null>(null);

  function put(text: string, caret: number): void {
    wantedCaret.current = caret;
    drafts.set(draftKey, text);
    setBox({ text, caret });
  }
  const completing = useCompletions(box, commands, put);
  const offer = completing.offers[completing.active];

  useEffect(() => {
    const draft = drafts.get(draftKey) ?? '';
    setBox({ text: draft, caret: draft.length });
    setFailure(null);
  }, [draftKey]);

  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${Math.min(field.current.scrollHeight, 220)}px`;
    if (wantedCaret.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  }, [box]);

  async function send(): Promise<void> {
    const text = box.text.trim();
    if (text === '' || sending.current) return;
    sending.current = true;
    put('', 0);
    const sentence = await props.onSend(text);
    sending.current = false;
    setFailure(sentence);
    if (sentence !== null && (drafts.get(draftKey) ?? '') === '') put(text, text.length);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const plainEnter = event.key === 'Enter' && !event.shiftKey;
    if (!(event.shiftKey && event.key === 'Enter') && completing.onKey(event.key)) {
      event.preventDefault();
    } else if (plainEnter) {
      event.preventDefault();
      void send();
    }
  }

  function look(typed: boolean): void {
    if (!field.current) return;
    const { value, selectionStart } = field.current;
    if (typed) completing.reopen();
    drafts.set(draftKey, value);
    setBox({ text: value, caret: selectionStart });
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {completing.offers.length > 0 && (
        <CompletionList
          id={listId}
          offers={completing.offers}
          active={completing.active}
          onPick={completing.pick}
        />
      )}
      <div class="composer-box">
        <ComposerMenu
          onFile={(file) => void props.onFile(file).then(setFailure)}
          onFailure={setFailure}
        />
        <textarea
          ref={field}
          rows={1}
          aria-label={placeholder}
          aria-controls={completing.offers.length > 0 ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={offer ? completionDomId(listId, offer) : undefined}
          placeholder={placeholder}
          value={box.text}
          onInput={() => look(true)}
          onClick={() => look(false)}
          onKeyUp={(event) => {
            if (event.key.startsWith('Arrow') && completing.offers.length === 0) look(false);
          }}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          class="button primary send"
          aria-label="Send"
          disabled={box.text.trim() === ''}
        >
          <span aria-hidden="true">➤</span>
        </button>
      </div>
      <p class="composer-hint">
        {failure === null ? (
          hint
        ) : (
          <span class="composer-failure" role="alert">
            {failure}
          </span>
        )}
      </p>
    </form>
  );
}
