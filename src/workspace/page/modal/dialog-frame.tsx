import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogFrameProps {
  readonly title: string;
  readonly class: string;
  /** False while another dialog lies on top of this one. */
  readonly onTop: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const FOCUSABLE =
  'button:not([disabled]), a[href], input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

const FIRST_FIELD =
  '.dialog-body :is(input:not([type=file]), textarea, select, .file-input > button)';

function focusable(dialog: HTMLElement): readonly HTMLElement[] {
  return [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((one) => one.offsetParent);
}

/** Sends Tab from the last control to the first and back, so that it never leaves the dialog. */
function keepFocusInside(event: KeyboardEvent, dialog: HTMLElement): void {
  const all = focusable(dialog);
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const other = event.shiftKey ? all.at(-1) : all[0];
  if (document.activeElement !== edge && dialog.contains(document.activeElement)) return;
  event.preventDefault();
  other?.focus();
}

/** A modal dialog: the rest of the page is inert, Escape closes, and focus returns where it was. */
export function DialogFrame({ title, onTop, onClose, children, ...props }: DialogFrameProps) {
  const own = useRef<HTMLDialogElement>(null);
  const closer = useRef<HTMLButtonElement>(null);
  const hasField = useRef(false);
  const titleId = useId();

  useEffect(() => {
    const dialog = own.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  // a modal that says "one moment" first gets its fields later
  useEffect(() => {
    const field = own.current?.querySelector<HTMLElement>(FIRST_FIELD);
    if (!field || hasField.current) return;
    hasField.current = true;
    const at = document.activeElement;
    if (at === closer.current || !own.current?.contains(at)) field.focus();
  });

  return (
    <dialog
      ref={own}
      class={`dialog ${props.class}${onTop ? '' : ' beneath'}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === own.current) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Tab' && own.current) keepFocusInside(event, own.current);
      }}
    >
      <header class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button
          ref={closer}
          type="button"
          class="button quiet icon"
          aria-label="Close"
          onClick={onClose}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {children}
    </dialog>
  );
}
