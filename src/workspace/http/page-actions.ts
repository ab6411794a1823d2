/** What a person does on the page, by path: each body is parsed, then handed to the one who does it. */
import { z } from 'zod';
import type { PageRequests } from '../page-api.ts';
import { openHome } from '../person/home-opened.ts';
import { suggestOptions } from '../person/options.ts';
import { failed, type Outcome } from '../person/outcome.ts';
import { press } from '../person/press.ts';
import { react } from '../person/react.ts';
import { send } from '../person/say.ts';
import { takeShortcut } from '../person/shortcut.ts';
import { stopSession } from '../person/stop-session.ts';
import { closeView } from '../person/view-close.ts';
import { submitView } from '../person/view-submit.ts';
import type { Team } from '../team/team.ts';
import { json, type Reply } from './reply.ts';

const container = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
  z.object({ type: z.literal('view'), viewId: z.string() }),
]);
const values = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
const as = z.string().min(1);

const actions: Readonly<
  Record<keyof PageRequests, (body: unknown, team: Team) => Promise<Outcome>>
> = {
  '/page/send': doing(
    z.object({ as, channel: z.string(), text: z.string(), threadTs: z.string().exactOptional() }),
    send,
  ),
  '/page/action': doing(
    z.object({ as, container, action: z.record(z.string(), z.unknown()), values }),
    press,
  ),
  '/page/view-submit': doing(z.object({ as, viewId: z.string(), values }), submitView),
  '/page/view-close': doing(z.object({ as, viewId: z.string() }), closeView),
  '/page/options': doing(
    z.object({
      as,
      container,
      blockId: z.string(),
      actionId: z.string(),
      typed: z.string(),
    }),
    suggestOptions,
  ),
  '/page/shortcut': doing(
    z.object({
      as,
      callbackId: z.string(),
      message: z.object({ channel: z.string(), ts: z.string() }).exactOptional(),
    }),
    takeShortcut,
  ),
  '/page/react': doing(
    z.object({ as, channel: z.string(), ts: z.string(), name: z.string() }),
    react,
  ),
  '/page/stop': doing(z.object({ as, channel: z.string(), threadTs: z.string() }), stopSession),
  '/page/home-opened': doing(z.object({ as, tab: z.enum(['home', 'messages']) }), openHome),
};

export async function pageAction(team: Team, path: string, body: Buffer): Promise<Reply> {
  if (!isAction(path)) return json(failed(`There is nothing at ${path}.`), 404);
  const outcome = await actions[path](parsed(body), team);
  return json(outcome, outcome.ok || outcome.error !== malformed ? 200 : 400);
}

const malformed = 'The request is not what this address expects.';

function doing<Body>(
  schema: z.ZodType<Body>,
  act: (team: Team, body: Body) => Outcome | Promise<Outcome>,
): (body: unknown, team: Team) => Promise<Outcome> {
  return async (body, team) => {
    const read = schema.safeParse(body);
    return read.success ? act(team, read.data) : failed(malformed);
  };
}

function isAction(path: string): path is keyof PageRequests {
  return Object.hasOwn(actions, path);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
