import { describe, expect, it } from 'vitest';
import { saidAndUnsaid } from './said-and-unsaid.ts';

describe.each(Object.entries(saidAndUnsaid))('%s', (_title, rows) => {
  it.each([...rows])(
    '%s has something to say when %s, and only then',
    (id, _when, said, unsaid) => {
      const rules = [said, unsaid].map((judged) => judged().findings.map(({ rule }) => rule));

      expect(rules[0]).toContain(id);
      expect(rules[1]).not.toContain(id);
    },
  );
});
