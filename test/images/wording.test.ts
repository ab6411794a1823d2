import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../src/images/finding.ts';
import { findingLine, ruleKey } from '../../src/operations/findings-text.ts';
import { root } from '../../src/root.ts';
import { loadWording } from '../../src/wording/load-wording.ts';
import { plain } from '../../src/wording/reply.ts';
import type { Wording } from '../../src/wording/wording.ts';
import { moreBackupImages } from './bad-backup-images.ts';
import { moreDataImages } from './bad-data-images.ts';
import { moreFullImages } from './bad-full-images.ts';
import { moreImports } from './bad-imports.ts';
import { badRequests } from './bad-requests.ts';
import { aWorld } from './builders.ts';
import { moreRequests } from './good-requests.ts';

const found: readonly Finding[] = [
  ...Object.values(badRequests).flatMap((rows) => rows.flatMap((row) => row[4]().findings)),
  ...[moreImports, moreBackupImages, moreDataImages, moreFullImages, moreRequests].flatMap((list) =>
    list.flatMap((request) => request().findings),
  ),
];

const unique = new Map(
  found.map((finding) => [`${finding.rule} ${finding.severity} ${finding.code ?? ''}`, finding]),
);

let wording: Wording;
beforeAll(async () => {
  wording = await loadWording(join(root, 'intents', 'wording'));
});

describe('the words of the rules', () => {
  it.each([...unique])(
    '%s has a sentence, and a fact for each of its placeholders',
    (_, finding) => {
      expect(ruleKey(wording, finding, 'says')).toBeDefined();
      expect(plain(findingLine({ wording, directory: aWorld().directory }, finding))).not.toMatch(
        /\{\{|undefined/,
      );
    },
  );

  it('say what to do wherever something is refused or asked', () => {
    const serious: readonly Severity[] = ['block', 'confirm'];
    const silent = [...unique.values()]
      .filter(({ severity }) => serious.includes(severity))
      .filter((finding) => !ruleKey(wording, finding, 'do'))
      .map(({ rule }) => rule);

    expect(silent).toEqual([]);
  });

  it('have no sentence that no rule ever says', () => {
    const said = new Set(
      [...unique.values()].flatMap((finding) =>
        (['says', 'do'] as const).map((part) => ruleKey(wording, finding, part)),
      ),
    );
    const idle = wording.keys().filter((key) => key.startsWith('rules.') && !said.has(key));

    expect(idle).toEqual([]);
  });
});
