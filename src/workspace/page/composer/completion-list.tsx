import { Avatar } from '../shell/avatar.tsx';
import type { Completion } from './completion.ts';

export const completionDomId = (listId: string, { id }: Completion): string => `${listId}-${id}`;

export function CompletionList(props: {
  readonly id: string;
  readonly offers: readonly Completion[];
  readonly active: number;
  readonly onPick: (offer: Completion) => void;
}) {
  return (
    <div id={props.id} class="completions" role="listbox" aria-label="Completions" tabIndex={-1}>
      {props.offers.map((offer, index) => (
        <div
          id={completionDomId(props.id, offer)}
          role="option"
          tabIndex={-1}
          class={`completion${index === props.active ? ' active' : ''}`}
          aria-selected={index === props.active}
          onPointerDown={(event) => {
            event.preventDefault();
            props.onPick(offer);
          }}
        >
          {offer.person && <Avatar person={offer.person} small />}
          <span class="completion-text">
            <strong>{offer.label}</strong>
            {offer.hint !== '' && <code>{offer.hint}</code>}
            <small>{offer.detail}</small>
          </span>
        </div>
      ))}
    </div>
  );
}
