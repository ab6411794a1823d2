import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Answers } from '../../src/answers/answer.ts';
import { loadAnswers } from '../../src/answers/load-answers.ts';
import { cloudProfiles } from './cloud-profiles.ts';

const profiles = await cloudProfiles();

function answerFor(answers: Answers, id: string, cloud: string): Answer {
  const answer = answers.answer(id, profiles[cloud] ?? {}, { cloud, otherProfiles: profiles });
  if (!answer) throw new Error(`no answer ${id}`);
  return answer;
}

describe('the answers that ship', () => {
  let answers: Answers;
  beforeAll(async () => {
    answers = await loadAnswers('intents', profiles);
  });

  it('cover the visible questions of the mandatory pages', () => {
    expect(answers.ids().length).toBeGreaterThanOrEqual(23);
    expect(answers.title('faq.share-tenant-limit')).toBe(
      'With how many tenants can I share one image?',
    );
  });

  it('take the figure from the cloud of the asker and name what is different elsewhere', () => {
    const huawei = answerFor(answers, 'faq.share-tenant-limit', 'huawei');
    const otc = answerFor(answers, 'faq.share-tenant-limit', 'otc');

    expect(huawei.short).toContain('*128*');
    expect(huawei.short).toContain('*10*');
    expect(otc.short).toContain('*256*');
    expect(huawei.differences?.join('\n')).toMatch(/Open Telekom Cloud: 256/);
    expect(otc.differences?.join('\n')).toMatch(/Huawei Cloud: 128/);
  });

  it('follow the profile that is handed in, whatever the files said at the start', () => {
    const raised = { ...profiles.huawei, quota: { images: 777 } };

    const answer = answers.answer('faq.private-image-limit', raised, {
      cloud: 'huawei',
      otherProfiles: profiles,
    });

    expect(answer?.short).toContain('*777*');
  });

  it('say that the server must stop on JD Cloud, and only there', () => {
    const huawei = answerFor(answers, 'faq.stop-needed-for-image', 'huawei');
    const jdcloud = answerFor(answers, 'faq.stop-needed-for-image', 'jdcloud');

    expect(huawei.short).toMatch(/^No\./);
    expect(huawei.differences).toEqual(['JD Cloud: the server must be stopped first.']);
    expect(jdcloud.short).toMatch(/^Yes\./);
    expect(jdcloud.source).toContain('JD Cloud');
    expect(jdcloud.differences).toHaveLength(2);
  });

  it('say nothing about clouds that do the same', () => {
    const { differences } = answerFor(answers, 'faq.private-image-limit', 'huawei');

    expect(differences).toEqual(['JD Cloud: 5 per region, more on request.']);
  });

  it('admit where the sources disagree', () => {
    const { disagreements } = answerFor(answers, 'faq.private-image-limit', 'huawei');

    expect(disagreements?.join(' ')).toMatch(/100.*50/);
  });

  it('name a source, a day and related questions with their titles', () => {
    for (const id of answers.ids()) {
      const answer = answerFor(answers, id, 'huawei');
      expect(answer.source, id).not.toBe('');
      expect(answer.checked, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(answer.related.length, id).toBeGreaterThan(0);
      for (const { title } of answer.related) expect(title).toMatch(/\?$/);
    }
  });

  it('leave no placeholder open and no mark that Slack would not show', () => {
    for (const cloud of Object.keys(profiles)) {
      for (const id of answers.ids()) {
        const answer = answerFor(answers, id, cloud);
        const text = [answer.short, answer.body, ...(answer.differences ?? [])].join('\n');
        const outsideCode = text.replace(/`[^`]*`/g, '');
        expect(outsideCode, `${id} for ${cloud}`).not.toMatch(/[{}]|\*\*|<|^[>#]/m);
      }
    }
  });

  it('have nothing to say about a question that does not exist', () => {
    const options = { cloud: 'huawei', otherProfiles: profiles };

    expect(answers.answer('faq.no-such-question', {}, options)).toBeUndefined();
    expect(answers.title('faq.no-such-question')).toBeUndefined();
  });
});

describe('faulty answers stop the start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goldie-intents-'));
    await cp('intents', folder, { recursive: true });
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it.each([
    [
      '{{quota.images}}',
      '{{quota.imgaes}}',
      /creating\.yaml: faq\.private-image-limit.*quota\.imgaes/,
    ],
    ['{{otc:quota.images}}', '{{xyz:quota.images}}', /faq\.private-image-limit.*xyz/],
    ['*{{quota.images}}*', '100', /faq\.private-image-limit has the figure 100 typed in/],
  ])('when %s becomes %s', async (before, after, fault) => {
    const file = join(folder, 'faq', 'creating.yaml');
    const good = await readFile(file, 'utf8');
    await writeFile(file, good.replace(before, after));

    await expect(loadAnswers(folder, profiles)).rejects.toThrow(fault);

    await writeFile(file, good);
  });

  it('when an answer is too long to read', async () => {
    const file = join(folder, 'faq', 'creating.yaml');
    const good = await readFile(file, 'utf8');
    await writeFile(
      file,
      good.replace('short: No. You can', `short: ${'No, really. '.repeat(100)}You can`),
    );

    await expect(loadAnswers(folder, profiles)).rejects.toThrow(
      /faq\.stop-needed-for-image has \d+ characters for huawei; the most is 1000/,
    );

    await writeFile(file, good);
  });
});
