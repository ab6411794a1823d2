import { useEffect, useState } from 'preact/hooks';
import type { AgentThread } from '../../page-api.ts';
import { useRequests } from '../server/requests-context.ts';

const TURN_MS = 2_500;
/** Slack clears a status after two minutes. */
const GONE_AFTER_MS = 120_000;

function useStatus({ status, loading }: AgentThread): string {
  const [turn, setTurn] = useState(0);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    setTurn(0);
    setGone(false);
    const turning = window.setInterval(() => setTurn((before) => before + 1), TURN_MS);
    const going = window.setTimeout(() => setGone(true), GONE_AFTER_MS);
    return () => {
      window.clearInterval(turning);
      window.clearTimeout(going);
    };
  }, [status, loading]);
  if (gone || status === '') return '';
  return loading[turn % Math.max(loading.length, 1)] ?? status;
}

/** One line per thread in which the agent is at work. */
export function AgentStrips(props: {
  readonly agents: readonly AgentThread[];
  readonly botName: string;
}) {
  return props.agents.map((agent) => (
    <AgentStrip key={agent.threadTs} agent={agent} botName={props.botName} />
  ));
}

/** What the agent is doing in a thread, and the Stop button while it works. */
function AgentStrip(props: { readonly agent: AgentThread; readonly botName: string }) {
  const { agent, botName } = props;
  const requests = useRequests();
  const [failure, setFailure] = useState<string | null>(null);
  const status = useStatus(agent);
  const working = agent.session === 'processing';
  if (status === '' && !working) return null;

  async function stop(): Promise<void> {
    const { channel, threadTs } = agent;
    const answer = await requests.post('/page/stop', { channel, threadTs });
    setFailure(answer.ok ? null : (answer.error ?? 'It could not be stopped. Try again.'));
  }

  return (
    <div class="agent-strip">
      <output>
        {botName} {status === '' ? 'is working' : status}
        {agent.title !== '' && ` – ${agent.title}`}
        {failure !== null && ` – ${failure}`}
      </output>
      {working && (
        <button type="button" class="button plain" onClick={() => void stop()}>
          Stop
        </button>
      )}
    </div>
  );
}
