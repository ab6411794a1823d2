import { useMemo } from 'preact/hooks';
import type { OpenView } from '../../page-api.ts';
import { SurfaceBlocks } from '../blocks/surface-blocks.tsx';
import { knownBlocks } from '../modal/known-blocks.ts';

/** The bot's Home tab. */
export function HomeTab(props: { readonly home: OpenView | null; readonly botName: string }) {
  const { home, botName } = props;
  const blocks = useMemo(() => knownBlocks(home?.view.blocks ?? []), [home?.view.blocks]);
  return (
    <div class="home" role="tabpanel" id="tab-panel" aria-labelledby="tab-home" tabIndex={-1}>
      {home === null ? (
        <div class="empty">
          <h2>Nothing here yet</h2>
          <p>{botName} fills this tab as soon as it is ready. Open Messages to write to it.</p>
        </div>
      ) : (
        <div class="home-inner">
          <SurfaceBlocks
            key={home.id}
            container={{ type: 'view', viewId: home.id }}
            blocks={blocks}
          />
        </div>
      )}
    </div>
  );
}
