import { failed } from '../person/outcome.ts';
import { type Workshop, workshopActions, workshopState } from '../workshop/workshop.ts';
import type { WorkshopRequests } from '../workshop-api.ts';
import { json, type Reply } from './reply.ts';

/** `GET /page/workshop` and `GET /page/trace?since=`; undefined for other addresses. */
export function workshopRead(workshop: Workshop, url: URL): Reply | undefined {
  if (url.pathname === '/page/workshop') return json(workshopState(workshop));
  if (url.pathname !== '/page/trace') return undefined;
  const since = Number(url.searchParams.get('since') ?? 0);
  return json({ entries: workshop.trace.since(Number.isFinite(since) ? since : 0) });
}

/** What is done in the workshop; undefined for other addresses. */
export async function workshopAction(
  workshop: Workshop,
  path: string,
  body: Buffer,
): Promise<Reply | undefined> {
  if (!isWorkshop(path)) return undefined;
  const outcome = await workshopActions[path](parsed(body), workshop);
  return outcome
    ? json(outcome)
    : json(failed('The request is not what this address expects.'), 400);
}

function isWorkshop(path: string): path is keyof WorkshopRequests {
  return Object.hasOwn(workshopActions, path);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
