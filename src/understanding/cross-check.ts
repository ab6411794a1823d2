import type { Intents } from './load-intents.ts';
import { variants } from './phrase-grammar.ts';

/** Faults that no file shows alone: ids used twice, links that lead nowhere, a phrase taught to two meanings. */
export function crossCheck(intents: Intents): readonly string[] {
  const questions = intents.topics.flatMap((topic) =>
    topic.questions.map((question) => ({ ...question, file: topic.file })),
  );
  const operations = new Set(intents.operations.map(({ id }) => id));
  const taught = [...questions, ...intents.operations, ...intents.smalltalk, intents.outside];
  const ids = taught.map(({ id }) => id);

  const faults: string[] = [];
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) {
    faults.push(`two meanings are called ${id}`);
  }
  for (const { id, file, 'see also': others, do: operation, about, clouds } of questions) {
    for (const other of others) {
      if (!questions.some((question) => question.id === other)) {
        faults.push(`${file}: ${id} points at ${other}, which does not exist`);
      }
    }
    if (operation !== undefined && !operations.has(operation)) {
      faults.push(
        `${file}: ${id} offers the operation ${operation}, which has no file in operations/`,
      );
    }
    if (about !== undefined && !operations.has(about)) {
      faults.push(
        `${file}: ${id} is about the operation ${about}, which has no file in operations/`,
      );
    }
    for (const cloud of Object.keys(clouds)) {
      if (cloud in intents.synonyms.clouds) continue;
      faults.push(`${file}: ${id} speaks of the cloud ${cloud}, which synonyms.yaml does not name`);
    }
  }
  return [...faults, ...taughtTwice(taught)];
}

function taughtTwice(
  taught: readonly { readonly id: string; readonly ask: readonly string[] }[],
): readonly string[] {
  const owners = new Map<string, string>();
  const faults: string[] = [];
  for (const { id, ask } of taught) {
    for (const text of new Set(ask.flatMap((phrase) => variants(phrase, 200)))) {
      const owner = owners.get(text);
      if (owner !== undefined && owner !== id) {
        faults.push(`"${text}" is taught to both ${owner} and ${id}`);
      }
      owners.set(text, id);
    }
  }
  return faults;
}
