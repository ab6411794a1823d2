import type { ChaosSettings, Incident, WorkshopRequests } from '../../workshop-api.ts';
import { MethodFailures } from './method-failures.tsx';

interface DisturbancesProps {
  readonly chaos: ChaosSettings;
  readonly methods: readonly string[];
  readonly onOrder: (order: WorkshopRequests['/page/chaos']) => void;
}

const SWITCHES: readonly {
  readonly key: 'duplicateEvents' | 'expireTriggers' | 'revokeToken';
  readonly words: string;
}[] = [
  { key: 'duplicateEvents', words: 'Deliver every event twice' },
  { key: 'expireTriggers', words: 'Let every trigger expire' },
  { key: 'revokeToken', words: 'Revoke the bot token' },
];

const WAITS: readonly { readonly key: 'latencyMs' | 'delayEventsMs'; readonly words: string }[] = [
  { key: 'latencyMs', words: 'Answer calls later by (ms)' },
  { key: 'delayEventsMs', words: 'Deliver events later by (ms)' },
];

const INCIDENTS: readonly { readonly incident: Incident; readonly words: string }[] = [
  { incident: 'drop-sockets', words: 'Drop the sockets' },
  { incident: 'refresh-sockets', words: 'Ask the sockets to reconnect' },
  { incident: 'repeat-last-event', words: 'Deliver the last event again' },
  { incident: 'rate-limit-events', words: 'Say app_rate_limited' },
];

const listed = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** What goes wrong on Slack now and then, on demand. */
export function Disturbances({ chaos, methods, onOrder }: DisturbancesProps) {
  return (
    <section aria-label="Disturbances">
      <h3>Disturbances</h3>
      <div class="workshop-row">
        {INCIDENTS.map(({ incident, words }) => (
          <button
            type="button"
            class="button plain"
            key={incident}
            onClick={() => onOrder({ incident })}
          >
            {words}
          </button>
        ))}
      </div>
      {SWITCHES.map(({ key, words }) => (
        <label class="workshop-line" key={key}>
          <input
            type="checkbox"
            checked={chaos[key]}
            onChange={(event) => onOrder({ set: { [key]: event.currentTarget.checked } })}
          />
          {words}
        </label>
      ))}
      {WAITS.map(({ key, words }) => (
        <label class="workshop-line" key={key}>
          {words}
          <input
            type="number"
            min={0}
            max={60_000}
            value={chaos[key]}
            onChange={(event) => onOrder({ set: { [key]: Number(event.currentTarget.value) } })}
          />
        </label>
      ))}
      <label class="workshop-line">
        Refuse block types
        <input
          type="text"
          placeholder="table, data_table"
          value={chaos.refusedBlocks.join(', ')}
          onChange={(event) =>
            onOrder({ set: { refusedBlocks: listed(event.currentTarget.value) } })
          }
        />
      </label>
      <MethodFailures
        failing={chaos.failing}
        methods={methods}
        onChange={(failing) => onOrder({ set: { failing } })}
      />
      <button type="button" class="button plain" onClick={() => onOrder({ calm: true })}>
        All calm again
      </button>
    </section>
  );
}
