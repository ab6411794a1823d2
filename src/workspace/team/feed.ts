import type { AgentThread, SuggestedPrompts } from '../page-api.ts';
import type { FunctionRun } from './function-runs.ts';
import type { StoredMessage } from './message.ts';
import type { StoredView } from './views.ts';

/** What just happened in the team. */
export type News =
  | { readonly type: 'message' | 'message_changed'; readonly message: StoredMessage }
  | { readonly type: 'message_deleted'; readonly message: StoredMessage }
  | { readonly type: 'view_opened' | 'view_updated' | 'home'; readonly view: StoredView }
  | {
      readonly type: 'view_closed';
      readonly user: string;
      readonly viewId: string;
      readonly all: boolean;
    }
  | { readonly type: 'agent'; readonly agent: AgentThread }
  | { readonly type: 'prompts'; readonly prompts: SuggestedPrompts }
  | { readonly type: 'step'; readonly run: FunctionRun }
  | { readonly type: 'deed'; readonly deed: Deed }
  | { readonly type: 'reset' }
  | { readonly type: 'bot'; readonly connected: boolean };

/** What a person did at the page, in the words they saw. */
export interface Deed {
  readonly user: string;
  readonly did: 'says' | 'types' | 'presses';
  readonly channel: string;
  readonly text: string;
}

type Listener = (news: News) => void;

/** Tells everyone who listens, at once and in order. */
export class Feed {
  readonly #listeners = new Set<Listener>();

  tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** @returns a function that stops listening */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
