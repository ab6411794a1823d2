import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { Opened, Submitted } from '../conversation/form.ts';
import type { Forms } from '../conversation/forms.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Reply } from '../wording/reply.ts';
import { entriesIn, formCallback, formView, optionOf, replyView } from './form-view.ts';
import { machineTime } from './machine-time.ts';
import { type Pace, pace } from './pace.ts';
import { isReplay, keyOf } from './turns.ts';

/** Forms in Slack's windows. */
export interface FormWindows {
  /**
   * Opens a window at once, and shows in it what `find` finds.
   * @returns false when Slack opens no window, for instance because the press was too long ago
   */
  open(trigger: string | undefined, find: () => Promise<Opened>): Promise<boolean>;
}

interface Parts {
  readonly forms: Forms;
  /** Says how a form ended, in the person's direct messages. */
  readonly tell: (turn: Turn, reply: Reply, mayBeThere: boolean) => Promise<void>;
}

const Typed = z.looseObject({
  action_id: z.string().startsWith('fill:'),
  value: z.string().default(''),
  user: z.looseObject({ id: z.string() }),
  view: z.looseObject({ private_metadata: z.string().default('') }),
});

const title = 'Goldie';

export function formWindows(
  app: App,
  { forms, tell }: Parts,
  calm: Pace = pace(machineTime),
): FormWindows {
  const { client } = app;

  app.view(formCallback, async ({ ack, body, view, context }) => {
    const turn: Turn = {
      who: body.user.id,
      key: keyOf(context, `view:${view.id}:${view.hash}`),
      where: `form:${view.id}`,
      origin: { person: body.user.id },
    };
    const isLast = forms.isLast(view.private_metadata);
    // carrying out may take longer than Slack waits; until then a window may still say what is wrong
    if (isLast) await ack({ response_action: 'clear' });
    const entries = entriesIn(view.state.values);
    const outcome = await forms.submitted(turn, view.private_metadata, entries);
    if (!isLast) await ack(acknowledgement(outcome));
    if (outcome.kind === 'done' || isLast) await tell(turn, replyOf(outcome), isReplay(context));
  });

  app.options(/^fill:/, async ({ ack, body }) => {
    const asked = Typed.safeParse(body).data;
    if (!asked) return ack({ options: [] });
    const field = asked.action_id.slice('fill:'.length);
    const { user, view, value } = asked;
    const found = await forms.search(user.id, view.private_metadata, field, value);
    await ack({ options: found.map(optionOf) });
  });

  return {
    async open(trigger, find) {
      if (trigger === undefined) return false;
      const id = await openWindow(trigger);
      if (id === undefined) return false;
      const opened = await find();
      const view = opened.kind === 'form' ? formView(opened.form) : replyView(opened.reply, title);
      await updateWindow(id, view);
      return true;
    },
  };

  async function updateWindow(view_id: string, view: ModalView): Promise<void> {
    try {
      await calm.send({ method: 'views.update' }, () => client.views.update({ view_id, view }));
    } catch (error) {
      if (!isClosed(error)) throw error;
    }
  }

  async function openWindow(trigger_id: string): Promise<string | undefined> {
    try {
      const view = replyView(forms.oneMoment, title);
      const opened = await calm.send({ method: 'views.open' }, () =>
        client.views.open({ trigger_id, view }),
      );
      return opened.view?.id;
    } catch (error) {
      if (error instanceof WebAPIPlatformError) return undefined;
      throw error;
    }
  }
}

/** Somebody who closed the window in the meantime wants nothing of it any more. */
function isClosed(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'not_found';
}

function acknowledgement(outcome: Submitted) {
  switch (outcome.kind) {
    case 'faults':
      return { response_action: 'errors', errors: { ...outcome.faults } } as const;
    case 'form':
      return {
        response_action: outcome.isNext ? 'push' : 'update',
        view: formView(outcome.form),
      } as const;
    case 'said':
      return { response_action: 'update', view: replyView(outcome.reply, title) } as const;
    case 'done':
      return { response_action: 'clear' } as const;
  }
}

function replyOf(outcome: Submitted): Reply {
  if (outcome.kind === 'said' || outcome.kind === 'done') return outcome.reply;
  throw new Error(`a plan that was agreed to ended in ${outcome.kind}`);
}
