import type { Choice, ChoiceGroup } from './choice.ts';

interface ChoiceListProps {
  readonly id: string;
  readonly groups: readonly ChoiceGroup[];
  readonly active: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly multiple: boolean;
  readonly note: string | null;
  readonly onPick: (choice: Choice) => void;
}

export const choiceDomId = (listId: string, choice: Choice): string => `${listId}-${choice.id}`;

/** The open list of a combobox. The focus stays in the text field; the list only shows and is clicked. */
export function ChoiceList(props: ChoiceListProps) {
  if (props.note !== null) return <p class="popup-note">{props.note}</p>;
  return (
    <div
      id={props.id}
      role="listbox"
      aria-multiselectable={props.multiple}
      aria-label="Choices"
      tabIndex={-1}
    >
      {props.groups.map((group) => (
        <div>
          {group.label !== '' && <div class="choice-group">{group.label}</div>}
          {group.choices.map((choice) => (
            <div
              id={choiceDomId(props.id, choice)}
              role="option"
              tabIndex={-1}
              class={`choice${choice.id === props.active ? ' active' : ''}`}
              aria-selected={props.chosen.has(choice.id)}
              onPointerDown={(event) => {
                event.preventDefault();
                props.onPick(choice);
              }}
            >
              <span class="choice-mark" aria-hidden="true">
                {props.chosen.has(choice.id) ? '✓' : ''}
              </span>
              <span class="choice-text">
                {choice.text}
                {choice.description && <small>{choice.description}</small>}
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
