import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { moveInMenu } from '../elements/menu-keys.ts';
import { Popup } from '../elements/popup.tsx';
import { personOf, useDirectory } from '../text/people.tsx';
import { Avatar } from './avatar.tsx';

function PersonList(props: {
  readonly onPick: (id: string) => void;
  readonly onLeave: () => void;
}) {
  const { people, me } = useDirectory();
  const list = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      list.current?.querySelector<HTMLElement>('[aria-checked=true], [role^=menuitem]')?.focus(),
    [],
  );

  function onKeyDown(event: KeyboardEvent): void {
    const leaves = event.key === 'Escape';
    if (leaves || event.key === 'Tab') props.onLeave();
    if (leaves || moveInMenu(list.current, event.key)) event.preventDefault();
  }

  return (
    <div ref={list} role="menu" aria-label="People" tabIndex={-1} onKeyDown={onKeyDown}>
      {people
        .filter(({ isBot }) => !isBot)
        .map((person) => (
          <button
            type="button"
            role="menuitemradio"
            aria-checked={person.id === me}
            class="person-choice"
            onClick={() => props.onPick(person.id)}
          >
            <Avatar person={person} />
            <span>
              {person.name}
              <small>{person.title}</small>
            </span>
          </button>
        ))}
    </div>
  );
}

/** Who the page is used as, and the list of everybody else it could be used as. */
export function PersonSwitcher({ onPick }: { readonly onPick: (id: string) => void }) {
  const directory = useDirectory();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const me = personOf(directory, directory.me);
  return (
    <div class="person-switcher">
      <button
        ref={anchor}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Avatar person={me} />
        <span class="person-text">
          <small>You are</small>
          <strong>{me.name}</strong>
          <small>{me.title}</small>
        </span>
        <span class="switch-arrow" aria-hidden="true" />
      </button>
      {open && (
        <Popup anchor={anchor} class="people" fitAnchor onClose={close}>
          <PersonList
            onPick={(id) => {
              close();
              onPick(id);
            }}
            onLeave={() => {
              close();
              anchor.current?.focus();
            }}
          />
        </Popup>
      )}
    </div>
  );
}
