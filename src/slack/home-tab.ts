import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Home } from '../conversation/home.ts';
import { render } from './render.ts';

/** Most blocks of a Home tab that Slack takes. */
const most = 100;

/** Publishes Home tabs: each person sees what concerns them. */
export function homeTab(app: App, home: Home): (who: string) => Promise<void> {
  return async (who) => {
    const sections = await home.of(who);
    const blocks = sections.flatMap((section, at): KnownBlock[] => [
      ...(at === 0 ? [] : [{ type: 'divider' } as const]),
      ...distinct(render(section).blocks, at),
    ]);
    await app.client.views.publish({
      user_id: who,
      view: { type: 'home', blocks: blocks.slice(0, most) },
    });
  };
}

/** Action ids are unique in a message but would repeat from section to section. */
function distinct(blocks: readonly KnownBlock[], section: number): readonly KnownBlock[] {
  return blocks.map((block, at) => ({ ...block, block_id: `home:${section}:${at}` }));
}
