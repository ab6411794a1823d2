import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ProfileFile, parseProfiles, resolveProfile } from '../../src/images/profile.ts';
import { documentsOf, figureAt, ownPaths } from '../../src/images/profile-figures.ts';
import { statusFromWord, wordForStatus } from '../../src/images/status-words.ts';
import { aProfile, clouds } from './builders.ts';

const shipped = () =>
  clouds.map((cloud) => {
    const path = `data/clouds/${cloud}.yaml`;
    return { path, data: parse(readFileSync(path, 'utf8')) };
  });

/** The shipped files with one of them changed. */
function withOtc(change: (otc: ReturnType<typeof parse>) => void) {
  const files = shipped();
  const otc = files.find(({ path }) => path.includes('otc'));
  change(otc?.data);
  return parseProfiles(files).faults ?? [];
}

describe('the shipped profiles', () => {
  it('have no fault', () => {
    expect(parseProfiles(shipped()).faults).toBeUndefined();
  });

  it.each([...clouds])('%s: every single figure has a document behind it', (cloud) => {
    const {
      id: _id,
      label: _label,
      sources: _sources,
      documents: _documents,
      ...figures
    } = aProfile(cloud);
    const silent = ownPaths(figures).filter(
      (path) => documentsOf(aProfile(cloud), path).length === 0,
    );

    expect(silent).toEqual([]);
  });

  it.each([
    ['huawei', 'share.maxMembers.system', 128],
    ['huawei', 'share.maxMembers.full-ecs', 10],
    ['huawei', 'quota.images', 100],
    ['huawei', 'server.requireStopped', 'never'],
    ['otc', 'share.maxMembers.system', 256],
    ['otc', 'quota.concurrentCreate', 40],
    ['otc', 'quota.imagesAlternative', 50],
    ['otc', 'description.max', 1024],
    ['otc', 'share.perRequest', 100],
    ['jdcloud', 'share.maxMembers.data', 20],
    ['jdcloud', 'quota.images', 5],
    ['jdcloud', 'quota.receivedShares', 5],
    ['jdcloud', 'name.max', 32],
    ['jdcloud', 'server.requireStopped', 'always'],
    ['jdcloud', 'tag.max', 10],
  ] as const)('%s: %s is %s', (cloud, path, figure) => {
    expect(figureAt(aProfile(cloud), path)).toBe(figure);
  });

  it('an empty group empties what lies below', () => {
    expect(aProfile('jdcloud').crossCopy.maxGbByRegion).toEqual({});
  });

  it('cite their own documents for their own figures and inherited ones for the rest', () => {
    const titles = (path: string) => documentsOf(aProfile('otc'), path).map(({ title }) => title);

    expect(titles('share.maxMembers.system')).toEqual([
      'OTC IMS User Guide: Sharing Images, Restrictions on Image Sharing',
    ]);
    expect(titles('share.countStatuses')).toContain('Huawei Cloud IMS FAQ: General Sharing');
  });

  it('have nothing at a path that does not exist', () => {
    expect(figureAt(aProfile(), 'share.maxMembers.nothing')).toBeUndefined();
  });
});

describe('a profile of a deployment', () => {
  const base = new Map(
    shipped()
      .map(({ data }) => ProfileFile.parse(data))
      .map((raw) => [raw.id, raw]),
  );
  const raised = ProfileFile.parse({
    id: 'raised',
    label: 'Raised quota',
    extends: 'otc',
    documents: { letter: { title: 'Letter of the cloud, 2026-10-01' } },
    sources: { 'quota.images': ['letter'] },
    figures: { quota: { images: 300 } },
  });

  it('replaces its own figures and keeps those of both clouds below', () => {
    const { profile } = resolveProfile(raised, base);

    expect(profile).toMatchObject({
      id: 'raised',
      quota: { images: 300, concurrentCreate: 40 },
      share: { maxMembers: { system: 256 }, perRequest: 100 },
    });
    expect(profile && documentsOf(profile, 'quota.images')).toMatchObject([
      { title: 'Letter of the cloud, 2026-10-01' },
    ]);
  });
});

describe('a faulty profile is named by file and path', () => {
  it('an unknown key', () => {
    const faults = withOtc((otc) => {
      otc.figures.share.perRequst = 5;
      otc.sources['share.perRequst'] = ['api'];
    });

    expect(faults).toMatchObject([
      {
        file: 'data/clouds/otc.yaml',
        at: 'figures.share',
        message: expect.stringContaining('perRequst'),
      },
    ]);
  });

  it('a figure of the wrong kind', () => {
    const faults = withOtc((otc) => {
      otc.figures.quota.images = 'many';
    });

    expect(faults).toMatchObject([{ at: 'figures.quota.images' }]);
  });

  it('a figure without source', () => {
    const faults = withOtc((otc) => {
      delete otc.sources['quota.images'];
    });

    expect(faults).toEqual([
      { file: 'data/clouds/otc.yaml', at: 'figures.quota.images', message: 'has no source' },
    ]);
  });

  it('a source that is not among the documents', () => {
    const faults = withOtc((otc) => {
      otc.sources['quota.images'] = ['hearsay'];
    });

    expect(faults).toMatchObject([
      { at: 'sources.quota.images', message: 'hearsay is not under documents' },
    ]);
  });

  it('a source for a figure that is not there', () => {
    const faults = withOtc((otc) => {
      otc.sources['quota.snapshots'] = ['api'];
    });

    expect(faults).toMatchObject([{ at: 'sources.quota.snapshots' }]);
  });

  it('a base that does not exist, and one that leads in a circle', () => {
    expect(
      withOtc((otc) => {
        otc.extends = 'nimbus';
      }),
    ).toMatchObject([{ at: 'extends', message: 'there is no cloud nimbus' }]);
    expect(
      withOtc((otc) => {
        otc.extends = 'otc';
      }),
    ).toMatchObject([{ at: 'extends' }]);
  });

  it('two files for one cloud', () => {
    const faults = withOtc((otc) => {
      otc.id = 'huawei';
    });

    expect(faults).toContainEqual(expect.objectContaining({ at: 'id' }));
  });

  it('several faults of several files at once', () => {
    const files = shipped().map((file) => ({ ...file, data: { ...file.data, colour: 'blue' } }));

    expect(new Set(parseProfiles(files).faults?.map(({ file }) => file)).size).toBe(3);
  });
});

describe('words for an image status', () => {
  it.each([
    ['huawei', 'Normal', 'active'],
    ['huawei', 'ACTIVE', 'active'],
    ['jdcloud', 'Pending', 'queued'],
    ['jdcloud', 'Replicating', 'saving'],
    ['jdcloud', 'ready', 'active'],
    ['jdcloud', 'Error', 'killed'],
  ] as const)('%s says %s for %s', (cloud, word, status) => {
    expect(statusFromWord(aProfile(cloud), word)).toEqual({ status });
  });

  it.each([
    ['uploading', false, 'saving'],
    ['deactivated', false, 'killed'],
    ['Verschoben', true, 'saving'],
    ['', false, 'killed'],
  ] as const)('an unknown word (%s, job running: %s) is %s and kept', (word, runs, status) => {
    expect(statusFromWord(aProfile(), word, runs)).toEqual({ status, rawStatus: word });
  });

  it.each([
    ['huawei', 'Normal'],
    ['jdcloud', 'Available'],
  ] as const)('people at %s read %s', (cloud, word) => {
    expect(wordForStatus(aProfile(cloud), 'active')).toBe(word);
  });
});
