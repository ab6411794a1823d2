import type { ConfirmationDialog, KnownBlock } from '@slack/types';
import { createContext } from 'preact';
import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import type { Container, InputValues } from '../../page-api.ts';
import type { PostAnswer } from '../server/answers.ts';
import { useRequests } from '../server/requests-context.ts';
import { type ElementValue, inputValues } from './input-element.ts';

interface Press {
  readonly blockId: string;
  readonly actionId: string;
  readonly value: ElementValue;
  readonly confirm?: ConfirmationDialog;
}

/** A message or view whose elements can be used: what they hold, and how to tell the app. */
export interface Surface {
  readonly container: Container;
  readonly values: InputValues;
  /** block_id -> sentence */
  readonly errors: Readonly<Record<string, string>>;
  /** Why the last press came to nothing, or null. */
  readonly failure: string | null;
  /** A press that waits for the person's yes or no, or null. */
  readonly asking: Press | null;
  isPending(blockId: string, actionId: string): boolean;
  enter(blockId: string, actionId: string, value: ElementValue): void;
  /** Sends one action; while it is under way further presses of the same element do nothing. */
  press(press: Press): void;
  answer(yes: boolean): void;
  options(blockId: string, actionId: string, typed: string): Promise<PostAnswer>;
  refuse(errors: Readonly<Record<string, string>>, failure: string | null): void;
}

const keyOf = (blockId: string, actionId: string): string => `${blockId}/${actionId}`;

export function useSurfaceState(container: Container, blocks: readonly KnownBlock[]): Surface {
  const requests = useRequests();
  const [entered, setEntered] = useState<InputValues>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [asking, setAsking] = useState<Press | null>(null);
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const underWay = useRef(new Set<string>());
  const values = useMemo(() => inputValues(blocks, entered), [blocks, entered]);

  function enter(blockId: string, actionId: string, value: ElementValue): void {
    setEntered((all) => ({ ...all, [blockId]: { ...all[blockId], [actionId]: value } }));
    setErrors(({ [blockId]: _, ...others }) => others);
  }

  async function send({ blockId, actionId, value }: Press): Promise<void> {
    const key = keyOf(blockId, actionId);
    if (underWay.current.has(key)) return;
    underWay.current.add(key);
    setPending(new Set(underWay.current));
    setFailure(null);
    const holdsValue = values[blockId]?.[actionId] !== undefined;
    const answer = await requests.post('/page/action', {
      container,
      action: { ...value, action_id: actionId, block_id: blockId },
      values: holdsValue
        ? { ...values, [blockId]: { ...values[blockId], [actionId]: value } }
        : values,
    });
    underWay.current.delete(key);
    setPending(new Set(underWay.current));
    if (!answer.ok) setFailure(answer.error ?? 'The app did not answer. Try again.');
  }

  function proceed(press: Press): void {
    if (values[press.blockId]?.[press.actionId] !== undefined) {
      enter(press.blockId, press.actionId, press.value);
    }
    void send(press);
  }

  return {
    container,
    values,
    errors,
    failure,
    asking,
    isPending: (blockId, actionId) => pending.has(keyOf(blockId, actionId)),
    enter,
    press: (press) => (press.confirm ? setAsking(press) : proceed(press)),
    answer(yes) {
      if (yes && asking) proceed(asking);
      setAsking(null);
    },
    options: (blockId, actionId, typed) =>
      requests.post('/page/options', { container, blockId, actionId, typed }),
    refuse(refused, sentence) {
      setErrors(refused);
      setFailure(sentence);
    },
  };
}

const nowhere = (): never => {
  throw new Error('an element was drawn outside of a message or view');
};
const SurfaceContext = createContext<Surface | undefined>(undefined);
export const SurfaceProvider = SurfaceContext.Provider;
export const useSurface = (): Surface => useContext(SurfaceContext) ?? nowhere();
