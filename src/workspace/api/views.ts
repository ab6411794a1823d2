import { z } from 'zod';
import { namedBlocks } from '../blocks/named-blocks.ts';
import { isTooLarge, isView, type KnownView, viewProblems } from '../blocks/view-problems.ts';
import type { Team } from '../team/team.ts';
import { viewShape } from '../team/view-shape.ts';
import { mostModals, type StoredView } from '../team/views.ts';
import { type ApiRefusal, jsonValue, type Method, method, refuse, refuseWith } from './method.ts';

const opening = z.looseObject({ trigger_id: z.string().min(1), view: jsonValue });

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': method({
    args: opening,
    run(args, team) {
      const read = readView(team, args.view, 'modal');
      if (!read.ok) return read;
      const trigger = team.triggers.exchange(args.trigger_id);
      if (!trigger.ok) return trigger;
      return shown(team, team.views.open(trigger.user, read.view));
    },
  }),

  'views.push': method({
    args: opening,
    run(args, team) {
      const read = readView(team, args.view, 'modal');
      if (!read.ok) return read;
      const trigger = team.triggers.exchange(args.trigger_id);
      if (!trigger.ok) return trigger;
      const stack = team.views.stack(trigger.user);
      if (!stack.some((view) => view.id === trigger.viewId)) return refuse('not_found');
      if (stack.length >= mostModals) return refuse('push_limit_reached');
      return shown(team, team.views.push(trigger.user, read.view));
    },
  }),

  'views.update': method({
    args: z.looseObject({
      view: jsonValue,
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    }),
    run(args, team) {
      if (!args.view_id && !args.external_id) return refuse('invalid_arguments');
      const known = args.view_id
        ? team.views.get(args.view_id)
        : team.views.byExternalId(args.external_id ?? '');
      if (!known) return refuse('not_found');
      const read = readView(team, args.view, known.view.type, known);
      if (!read.ok) return read;
      if (args.hash && args.hash !== known.hash) return refuse('hash_conflict');
      return shown(team, team.views.update(known, read.view));
    },
  }),

  'views.publish': method({
    args: z.looseObject({
      user_id: z.string().min(1),
      view: jsonValue,
      hash: z.string().optional(),
    }),
    run(args, team) {
      if (!team.manifest.hasHomeTab) return refuse('not_enabled');
      if (!team.people.human(args.user_id)) return refuse('invalid_arguments');
      const known = team.views.home(args.user_id);
      const read = readView(team, args.view, 'home', known);
      if (!read.ok) return read;
      if (args.hash && known && args.hash !== known.hash) return refuse('hash_conflict');
      return shown(team, team.views.publish(args.user_id, read.view));
    },
  }),
};

/** Checks a view and names its blocks; `known` is the view it replaces. */
export function readView(
  team: Team,
  raw: unknown,
  type: KnownView['type'],
  known?: StoredView,
): { readonly ok: true; readonly view: KnownView } | ApiRefusal {
  if (isTooLarge(raw)) return refuse('view_too_large');
  if (!isView(raw)) return refuseWith('invalid_arguments', viewProblems(raw));
  if (raw.type !== type)
    return refuseWith('invalid_arguments', [
      { pointer: '/view/type', message: `must be ${type} here` },
    ]);
  const twin = raw.external_id ? team.views.byExternalId(raw.external_id) : undefined;
  if (twin && twin.id !== known?.id) return refuse('duplicate_external_id');
  const blocks = namedBlocks(type, raw.blocks, team.ids);
  return blocks ? { ok: true, view: { ...raw, blocks } } : refuse('invalid_arguments');
}

function shown(team: Team, view: StoredView) {
  return { ok: true as const, view: viewShape(team, view) };
}
