import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Severity } from '../../src/images/finding.ts';
import { RuleWording, sentenceFor, wordsFor } from '../../src/images/wording.ts';
import { moreBackupImages } from './bad-backup-images.ts';
import { moreDataImages } from './bad-data-images.ts';
import { moreFullImages } from './bad-full-images.ts';
import { moreImports } from './bad-imports.ts';
import { badRequests } from './bad-requests.ts';
import { moreRequests } from './good-requests.ts';

const wording = RuleWording.parse(parse(readFileSync('intents/wording/rules.yaml', 'utf8')));

const found = [
  ...Object.values(badRequests).flatMap((rows) => rows.flatMap((row) => row[4]().findings)),
  ...moreImports.flatMap((request) => request().findings),
  ...moreBackupImages.flatMap((request) => request().findings),
  ...moreDataImages.flatMap((request) => request().findings),
  ...moreFullImages.flatMap((request) => request().findings),
  ...moreRequests.flatMap((request) => request().findings),
];

const unique = new Map(
  found.map((finding) => [`${finding.rule} ${finding.severity} ${finding.code ?? ''}`, finding]),
);

describe('the words of the rules', () => {
  it.each([...unique])('%s has a sentence of its own', (_key, finding) => {
    expect(sentenceFor(wording, finding)).toBeDefined();
  });

  it.each([...unique])('%s leaves no placeholder open', (_key, finding) => {
    const { says, do: advice } = wordsFor(wording, finding);

    expect(`${says} ${advice}`).not.toMatch(/\{\{|undefined/);
  });

  it('say what to do wherever something is refused or asked', () => {
    const serious: readonly Severity[] = ['block', 'confirm'];
    const silent = [...unique.values()]
      .filter(({ severity }) => serious.includes(severity))
      .filter((finding) => wordsFor(wording, finding).do === '')
      .map(({ rule }) => rule);

    expect(silent).toEqual([]);
  });

  it('have no entry for a rule that never speaks', () => {
    const speaking = new Set(found.map(({ rule }) => rule));
    const idle = Object.keys(wording).filter((rule) => ![...speaking].some((id) => id === rule));

    expect(idle).toEqual([]);
  });

  it('have no sentence for a code or severity that a rule never has', () => {
    const kinds = new Set(
      found.flatMap(({ rule, code, severity }) => [`${rule} ${code}`, `${rule} ${severity}`]),
    );
    const idle = Object.entries(wording)
      .filter(([, words]) => !('says' in words))
      .flatMap(([rule, words]) => Object.keys(words).map((kind) => `${rule} ${kind}`))
      .filter((kind) => !kinds.has(kind));

    expect(idle).toEqual([]);
  });

  it('name the rule where it has no words, so that nothing is silent', () => {
    const finding = found[0];

    expect(finding && wordsFor({}, finding).says).toBe(finding?.rule);
  });
});
