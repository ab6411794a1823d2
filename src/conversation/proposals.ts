import type { ProjectId } from '../images/ids.ts';
import type { Plan, Task } from '../operations/operation.ts';
import type { Filled } from '../operations/slot.ts';
import { plain, type Reply, type Sure } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressValue } from './press.ts';
import { type Proposal, patience } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** What is proposed, and to whom it belongs. */
export interface Proposing {
  readonly task: Task;
  readonly slots: Filled;
  readonly plan: Plan;
  readonly project: ProjectId;
}

/** Why a proposal cannot be taken. */
export type Taken =
  | { readonly kind: 'taken'; readonly proposal: Proposal }
  | { readonly kind: 'not-yours' | 'expired' | 'used' };

/** Plans that wait for their asker: at most one use each, by their asker, within 15 minutes. */
export function proposals(talks: Talks, wording: Wording, clock: () => number) {
  return { open, take };

  /**
   * Keeps a plan durably, then shows it with its buttons. The same turn opens the same proposal; the same plan shown again
   * in the same place takes the place of the one before.
   */
  async function open(turn: Turn, { task, slots, plan, project }: Proposing): Promise<Reply> {
    const label = plain(wording.say(confirmKey(task, plan)));
    const grave = plan.grave ? { reason: plan.grave, label } : undefined;
    const proposal: Proposal = {
      id: turn.key,
      where: turn.where,
      operation: task.id,
      project,
      slots,
      fingerprint: plan.fingerprint,
      title: plan.reply.text,
      ...(grave && { grave }),
      until: new Date(clock() + patience).toISOString(),
    };
    await talks.change(turn.who, (talk) => ({
      talk: {
        ...talk,
        proposals: [...talk.proposals.filter((old) => !supersedes(proposal, old)), proposal],
      },
      found: undefined,
    }));
    return {
      ...plan.reply,
      choices: [
        {
          label,
          value: pressValue({ does: 'confirm', id: proposal.id }),
          tone: task.risk === 'high' ? 'danger' : 'primary',
          ...(grave && { sure: lastQuestion(wording, grave) }),
        },
        {
          label: plain(wording.say('choices.cancel')),
          value: pressValue({ does: 'cancel', id: proposal.id }),
        },
      ],
    };
  }

  function confirmKey({ id }: Task, { variant }: Plan): string {
    const special = `tasks.${id}.confirm-${variant}`;
    return wording.has(special) ? special : `tasks.${id}.confirm`;
  }

  /** Hands a proposal over for one press; the same press (by key) gets it again. */
  async function take(turn: Turn, id: string, as: 'confirmed' | 'cancelled'): Promise<Taken> {
    return talks.change<Taken>(turn.who, (talk) => {
      const proposal = talk.proposals.find((one) => one.id === id);
      if (!proposal) return { talk, found: { kind: 'not-yours' } };
      if (proposal.used?.by === turn.key) return { talk, found: { kind: 'taken', proposal } };
      if (proposal.used) return { talk, found: { kind: 'used' } };
      if (Date.parse(proposal.until) <= clock()) return { talk, found: { kind: 'expired' } };
      const used: Proposal = { ...proposal, used: { by: turn.key, as } };
      return {
        talk: { ...talk, proposals: talk.proposals.map((one) => (one.id === id ? used : one)) },
        found: { kind: 'taken', proposal },
      };
    });
  }
}

function supersedes(proposal: Proposal, old: Proposal): boolean {
  if (old.id === proposal.id) return true;
  return !old.used && aim(old) === aim(proposal);
}

function aim({ where, operation, project, slots }: Proposal): string {
  return JSON.stringify([where, operation, project, Object.entries(slots).toSorted()]);
}

/** What Slack asks in a window of its own before a press counts. */
export function lastQuestion(
  wording: Wording,
  { reason, label }: NonNullable<Proposal['grave']>,
): Sure {
  return {
    title: plain(wording.say('proposals.sure')),
    text: reason,
    yes: label,
    no: plain(wording.say('choices.cancel')),
  };
}
