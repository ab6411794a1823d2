import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { moveInMenu } from './menu-keys.ts';
import { Popup } from './popup.tsx';

export interface MenuAction {
  readonly name: ComponentChildren;
  readonly description?: string;
  readonly onPick: () => void;
}

interface ActionMenuProps {
  /** What the button is called. */
  readonly name: string;
  readonly actions: readonly MenuAction[];
  /** Whether something that was picked is still under way. */
  readonly pending?: boolean;
  readonly children: ComponentChildren;
}

function Actions(props: { readonly actions: readonly MenuAction[]; readonly onLeave: () => void }) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => void moveInMenu(menu.current, 'Home'), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      props.onLeave();
    } else if (moveInMenu(menu.current, event.key)) event.preventDefault();
  }

  return (
    <div ref={menu} role="menu" tabIndex={-1} onKeyDown={onKeyDown}>
      {props.actions.map(({ name, description, onPick }) => (
        <button
          type="button"
          role="menuitem"
          onClick={() => {
            props.onLeave();
            onPick();
          }}
        >
          {name}
          {description && <small>{description}</small>}
        </button>
      ))}
    </div>
  );
}

/** A button that opens a list of things to do. */
export function ActionMenu({ name, actions, pending = false, children }: ActionMenuProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class={`button plain icon${pending ? ' pending' : ''}`}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">{children}</span>
      </button>
      {open && (
        <Popup anchor={anchor} class="menu" onClose={close}>
          <Actions
            actions={actions}
            onLeave={() => {
              close();
              anchor.current?.focus();
            }}
          />
        </Popup>
      )}
    </>
  );
}
