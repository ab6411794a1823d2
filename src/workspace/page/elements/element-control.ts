import type { ConfirmationDialog } from '@slack/types';
import type { ElementValue } from './input-element.ts';
import { useSurface } from './surface.tsx';

/** Where an element stands, for drawing it. */
export interface Placed<E> {
  readonly element: E;
  readonly blockId: string;
  /** Whether the app hears of each change at once (actions, accessories, dispatching inputs). */
  readonly tells: boolean;
  /** The id of the visible label and of the texts that describe it, for inputs. */
  readonly labelledBy?: string;
  readonly describedBy?: string;
}

export interface Control {
  readonly value: ElementValue;
  readonly pending: boolean;
  readonly invalid: boolean;
  /** Keeps a value without telling the app. */
  enter(value: ElementValue): void;
  /** Keeps a value and tells the app where it wants to be told. */
  choose(value: ElementValue): void;
}

interface Actionable {
  readonly type: string;
  readonly action_id?: string;
  readonly confirm?: ConfirmationDialog;
}

/** Connects an element with its surface. */
export function useControl({ element, blockId, tells }: Placed<Actionable>): Control {
  const surface = useSurface();
  const { type, action_id: actionId = '', confirm } = element;
  const enter = (value: ElementValue) => surface.enter(blockId, actionId, { type, ...value });
  return {
    value: surface.values[blockId]?.[actionId] ?? { type },
    pending: surface.isPending(blockId, actionId),
    invalid: surface.errors[blockId] !== undefined,
    enter,
    choose(value) {
      if (!tells) {
        enter(value);
        return;
      }
      surface.press({
        blockId,
        actionId,
        value: { type, ...value },
        ...(confirm === undefined ? {} : { confirm }),
      });
    },
  };
}

/** Names and states of a control, for screen readers. */
export function described(placed: Placed<unknown>, { invalid, pending }: Control) {
  return {
    'aria-labelledby': placed.labelledBy,
    'aria-describedby': placed.describedBy,
    'aria-invalid': invalid ? ('true' as const) : undefined,
    'aria-busy': pending ? ('true' as const) : undefined,
  };
}
