import { useEffect, useRef, useState } from 'preact/hooks';
import type { WorkshopRequests, WorkshopState } from '../../workshop-api.ts';
import { doInWorkshop, workshopState } from '../server/workshop.ts';
import { Disturbances } from './disturbances.tsx';
import { Inspector } from './inspector.tsx';
import { Records } from './records.tsx';
import { StartOver } from './start-over.tsx';
import { Steps } from './steps.tsx';

const LOOK_EVERY_MS = 2_000;

/** For people who build apps: look at what passes, let things go wrong, record, start over. */
export function WorkshopPanel(props: { readonly channel: string; readonly onClose: () => void }) {
  const panel = useRef<HTMLElement>(null);
  const [state, setState] = useState<WorkshopState | null>(null);

  async function look(): Promise<void> {
    const news = await workshopState().catch(() => null);
    if (news) setState(news);
  }
  useEffect(() => {
    panel.current?.querySelector('button')?.focus();
    void look();
    const timer = window.setInterval(() => void look(), LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, []);

  async function order(body: WorkshopRequests['/page/chaos']): Promise<void> {
    await doInWorkshop('/page/chaos', body);
    await look();
  }

  return (
    <aside
      ref={panel}
      class="thread workshop"
      aria-label="Workshop"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
    >
      <header class="thread-head">
        <h2>Workshop</h2>
        <button
          type="button"
          class="button quiet icon"
          aria-label="Close the workshop"
          onClick={props.onClose}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <div class="workshop-body">
        {state === null ? (
          <p class="loading">Loading …</p>
        ) : (
          <>
            <Disturbances
              chaos={state.chaos}
              methods={state.methods}
              onOrder={(body) => void order(body)}
            />
            <StartOver channel={props.channel} scenes={state.scenes} onDone={() => void look()} />
            <Records recorded={state.recorded} onDone={() => void look()} />
            <Steps functions={state.functions} runs={state.runs} onDone={() => void look()} />
          </>
        )}
        <Inspector />
      </div>
    </aside>
  );
}
