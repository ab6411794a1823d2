import { describe, expect, it } from 'vitest';
import { listImages } from '../../src/images/list-images.ts';
import { MemberStatus } from '../../src/images/member.ts';
import { acceptShare, rejectShare } from '../../src/images/operations/answer-share.ts';
import { badRequests } from './bad-requests.ts';
import { aWorld } from './builders.ts';

/** These are asked, or said as a warning; everything else is refused. */
const notRefused = new Set([49, 72, 104, 146, 153, 180, 249, 252]);

describe.each(Object.entries(badRequests))('%s', (_title, rows) => {
  it.each([...rows])('case %i: %s answers %s with %s', (n, rule, _what, code, decided) => {
    const { findings, refused } = decided();

    expect(findings.map(({ rule: id, code: said }) => `${id} ${said}`)).toContain(
      `${rule} ${code}`,
    );
    expect(refused).toBe(!notRefused.has(n));
    const first = findings.find(({ severity }) => severity === 'block');
    expect(first?.code ?? code).toBe(code);
  });
});

describe('lists', () => {
  it.each([
    [237, { memberStatus: 'accepted' } as const, {}],
    [239, { limit: 5 }, { cloud: 'jdcloud' } as const],
  ])('case %i is a bad query parameter', (_n, query, parts) => {
    expect(listImages(aWorld(parts), query)).toMatchObject({ findings: [{ code: 'IMSX.0026' }] });
  });

  it('case 238: sorting by foo is a bad query parameter', () => {
    const query = JSON.parse('{"sort":"foo"}');

    expect(listImages(aWorld(), query)).toMatchObject({ findings: [{ code: 'IMSX.0026' }] });
  });
});

describe('R-ACC-02', () => {
  it('case 186: maybe is no answer to a share', () => {
    expect(MemberStatus.safeParse('maybe').success).toBe(false);
  });

  it('answers are made by two operations that cannot say anything else', () => {
    const said = [acceptShare, rejectShare].map(({ operation }) => operation);

    expect(said).toEqual(['image.accept', 'image.reject']);
  });
});
