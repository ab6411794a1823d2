import type { SuggestedPrompts } from '../../page-api.ts';

/** Things to ask, offered by the app. */
export function PromptList(props: {
  readonly suggested: SuggestedPrompts;
  readonly onPick: (message: string) => void;
}) {
  const { title, prompts } = props.suggested;
  return (
    <section class="prompts" aria-label={title || 'Suggested questions'}>
      {title !== '' && <p>{title}</p>}
      {prompts.map((prompt) => (
        <button
          type="button"
          class="button plain"
          key={prompt.title}
          onClick={() => props.onPick(prompt.message)}
        >
          {prompt.title}
        </button>
      ))}
    </section>
  );
}
