import { useState } from 'preact/hooks';
import type { StepFunction, StepRun } from '../../workshop-api.ts';
import { doInWorkshop } from '../server/workshop.ts';
import { useDirectory } from '../text/people.tsx';

function Step(props: { readonly step: StepFunction; readonly onDone: () => void }) {
  const { callbackId, title, inputs } = props.step;
  const { me } = useDirectory();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);

  async function run(): Promise<void> {
    const body = { as: me, callbackId, inputs: { ...values } };
    const answer = await doInWorkshop('/page/step', body);
    setFailure(answer.ok ? null : (answer.error ?? 'The step was not started. Try again.'));
    props.onDone();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      {inputs.map((input) => (
        <label class="workshop-line" key={input.name}>
          {input.title}
          <input
            type="text"
            required={input.required}
            value={values[input.name] ?? ''}
            onInput={(event) => setValues({ ...values, [input.name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <button type="submit" class="button plain">
        Run the step {title}
      </button>
      <p class="workshop-note" role="alert">
        {failure}
      </p>
    </form>
  );
}

function outcome({ state, outputs, error }: StepRun): string {
  if (state === 'running') return 'running';
  return state === 'failed' ? `failed: ${error}` : `completed: ${JSON.stringify(outputs)}`;
}

/** Runs single workflow steps of the app, and shows how they ended. */
export function Steps(props: {
  readonly functions: readonly StepFunction[];
  readonly runs: readonly StepRun[];
  readonly onDone: () => void;
}) {
  if (props.functions.length === 0) return null;
  return (
    <section aria-label="Workflow steps">
      <h3>Workflow steps</h3>
      {props.functions.map((step) => (
        <Step key={step.callbackId} step={step} onDone={props.onDone} />
      ))}
      <ul>
        {props.runs.map((run) => (
          <li key={run.id}>
            {run.callbackId} {outcome(run)}
          </li>
        ))}
      </ul>
    </section>
  );
}
