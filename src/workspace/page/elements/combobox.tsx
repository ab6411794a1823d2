import { useCallback, useId, useRef, useState } from 'preact/hooks';
import type { Choice } from './choice.ts';
import { ChoiceList, choiceDomId } from './choice-list.tsx';
import { type ChoiceSource, useFoundChoices } from './found-choices.ts';
import { Popup } from './popup.tsx';

interface ComboboxProps extends ChoiceSource {
  readonly placeholder: string;
  readonly chosen: readonly Choice[];
  readonly multiple: boolean;
  readonly most?: number;
  readonly pending: boolean;
  readonly onChoose: (chosen: readonly Choice[]) => void;
  readonly naming: Readonly<Record<string, string | undefined>>;
}

/** A text field that offers a list: one choice, or several as chips. */
export function Combobox(props: ComboboxProps) {
  const { chosen, multiple, onChoose } = props;
  const listId = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { groups, note } = useFoundChoices(open, typed, props);
  const choices = note === null ? groups.flatMap((group) => group.choices) : [];
  const active = choices[Math.min(at, choices.length - 1)];
  const full = props.most !== undefined && chosen.length >= props.most;

  const close = useCallback(() => {
    setOpen(false);
    setTyped('');
    setAt(0);
  }, []);

  function pick(choice: Choice): void {
    if (!multiple) {
      close();
      onChoose([choice]);
      return;
    }
    const without = chosen.filter(({ id }) => id !== choice.id);
    if (without.length < chosen.length) onChoose(without);
    else if (!full) onChoose([...chosen, choice]);
    setTyped('');
  }

  function step(by: number): void {
    if (open)
      setAt((Math.min(at, choices.length - 1) + by + choices.length) % (choices.length || 1));
    else setOpen(true);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Backspace' && typed === '' && multiple) onChoose(chosen.slice(0, -1));
    const ours = by !== undefined || (open && (event.key === 'Enter' || event.key === 'Escape'));
    if (!ours) return;
    event.preventDefault();
    event.stopPropagation();
    if (by !== undefined) step(by);
    if (event.key === 'Enter' && active) pick(active);
    if (event.key === 'Escape') close();
  }

  const [only] = multiple ? [] : chosen;
  return (
    <div ref={anchor} class={`combobox${props.pending ? ' pending' : ''}`}>
      {multiple &&
        chosen.map((choice) => (
          <span class="chip">
            {choice.text}
            <button
              type="button"
              aria-label={`Remove ${choice.text}`}
              onClick={() => onChoose(chosen.filter(({ id }) => id !== choice.id))}
            >
              ×
            </button>
          </span>
        ))}
      <input
        ref={field}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && active ? choiceDomId(listId, active) : undefined}
        {...props.naming}
        placeholder={only?.text ?? (chosen.length > 0 ? '' : props.placeholder)}
        class={only ? 'has-choice' : ''}
        value={typed}
        onClick={() => setOpen(true)}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <span class="combobox-arrow" aria-hidden="true" />
      {open && (
        <Popup anchor={anchor} class="choices" fitAnchor onClose={close}>
          <ChoiceList
            id={listId}
            groups={groups}
            active={active?.id}
            chosen={new Set(chosen.map(({ id }) => id))}
            multiple={multiple}
            note={note}
            onPick={pick}
          />
        </Popup>
      )}
    </div>
  );
}
