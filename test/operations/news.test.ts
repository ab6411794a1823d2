import { beforeAll, describe, expect, it } from 'vitest';
import { readPress } from '../../src/conversation/press.ts';
import { ProjectId } from '../../src/images/ids.ts';
import { JobStatus } from '../../src/images/job.ts';
import { Notice } from '../../src/images/unit.ts';
import { jobReply } from '../../src/operations/job-reply.ts';
import { noticeReply } from '../../src/operations/notice-reply.ts';
import {
  everyWord,
  type Library,
  openTalk,
  readLibrary,
  type TalkKit,
} from '../support/talk-kit.ts';

let library: Library;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);

/** One order for each task of the catalog, with what has to happen before it. */
const orders: Readonly<Record<string, readonly string[]>> = {
  'image.create': ['create web-01 as web-new'],
  'image.create-data': ['data db-primary as db-data'],
  'image.import-iso': ['iso server-2019.iso as win-iso'],
  'image.create-full-backup': ['from-backup db-primary-nightly as db-full'],
  'image.create-from-disk': ['from-disk db-primary as db-system with Windows 10 64bit'],
  'disk.create': ['create-disk db-data'],
  'image.import': ['import ubuntu-base.qcow2 as ubuntu-new'],
  'image.create-full': ['full web-01 as web-full'],
  'server.create': ['server web-golden as app-1'],
  'image.share': ['share web-golden with team-data'],
  'image.unshare': ['unshare web-base-2026 all'],
  'image.accept': ['accept data-golden'],
  'image.reject': ['reject data-golden'],
  'image.delete': ['delete web-base-2026'],
  'image.purge': ['delete web-golden', 'purge web-golden'],
  'image.replicate': ['copy web-golden as web-copy'],
  'image.encrypt': ['encrypt web-golden as web-secret with web-disks'],
  'image.export': ['export web-golden to web-imports:out as qcow2'],
  'server.start': ['start web-02'],
  'server.stop': ['stop web-01'],
  'server.restart': ['restart web-01'],
  'server.change-os': ['change-os web-02 to web-golden'],
  'server.reinstall': ['reinstall web-02'],
  'image.replicate-across': ['replicate-across web-golden to eu-nl by copy-to-nl'],
  'image.convert': ['convert jd-local as jd-cloud'],
};

/** Tasks that only another cloud offers, and somebody who may ask for them there. */
const elsewhere: Readonly<Record<string, Acting>> = {
  'image.convert': { who: 'U0JDCOP', project: 'team-jd' },
};

interface Acting {
  readonly who: string;
  readonly project: string;
}

function acting(id: string): Acting {
  return elsewhere[id] ?? { who: 'U0WEBOP', project: 'team-web' };
}

/** Tasks that are over at once: no job, and so no news of one. */
const atOnce = [
  'image.modify',
  'image.rename',
  'image.protect',
  'image.unprotect',
  'image.tag',
  'image.untag',
  'image.restore',
  'job.cancel',
];

it('has an order to try for every task', async () => {
  const kit = await openTalk(library);
  const tasks = [...kit.operations.values()].filter(({ kind }) => kind === 'task');

  expect([...Object.keys(orders), ...atOnce].toSorted()).toEqual(
    tasks.map(({ id }) => id).toSorted(),
  );
});

describe.each(Object.keys(orders))('%s', (id) => {
  it('says in words what its job does, in every status', async () => {
    const kit = await openTalk(library);
    await ordered(kit, id);

    const unit = await kit.unit(acting(id).project);
    const [job] = unit.jobs;
    if (!job) throw new Error('there is no job');
    for (const status of JobStatus.options) {
      const error = { code: 'IMG.0001', reason: 'the disk is gone' };
      const tools = { wording: library.wording, clock: () => 0, timeScale: 1 };
      const { text } = jobReply(tools, { ...job, status, error }, unit);

      expect(text).toContain(job.imageName ?? String(job.facts.server));
      if (status === 'FAIL') expect(text).toContain('the disk is gone (IMG.0001)');
    }
  });

  it('tells whoever asked when it failed, with the reason and the code', async () => {
    const kit = await openTalk(library, {
      faults: () => ({ code: 'IMG.0999', reason: 'the disk is gone' }),
    });
    await ordered(kit, id);
    await kit.pass(3_600_000);

    expect(kit.told.map(({ place }) => place)).toEqual([`D${acting(id).who}`]);
    expect(kit.told[0]?.reply.text).toContain('the disk is gone');
    expect(kit.told[0]?.reply.text).toContain('IMG.0999');
    expect([...kit.cards.values()].map(everyWord).join()).toContain('IMG.0999');
  });
});

/** Work that is never stopped half way, and what is over too soon to be stopped. */
const notCancelled = [
  'image.unshare',
  'image.accept',
  'image.reject',
  'image.delete',
  'image.purge',
  'server.start',
  'server.stop',
  'server.restart',
  'server.change-os',
  'server.reinstall',
];

describe.each(Object.keys(orders))('%s, when it is cancelled', (id) => {
  it('is stopped and says what is left, or must not be stopped', async () => {
    const kit = await openTalk(library);
    await ordered(kit, id);
    const { who, project } = acting(id);
    const job = (await kit.unit(project)).jobs.at(-1);

    const asked = await kit.ordered(who, '/image', `cancel ${job?.id}`);
    if (notCancelled.includes(id)) {
      expect(asked.text).toMatch(/must not be stopped half way|has ended already/);
      return;
    }
    await kit.said(who, 'yes');

    const [news] = kit.told.filter(({ reply }) => reply.text.includes('cancelled this'));
    expect(news?.reply.parts[0]).toMatchObject({ lines: [expect.anything(), expect.anything()] });
    expect([...kit.cards.values()].map(everyWord).join()).toContain('cancelled this');
    expect((await kit.unit(project)).jobs.at(-1)?.status).toBe('FAIL');
  });
});

describe('a notice', () => {
  const to = { project: ProjectId.parse('a'.repeat(32)) };
  const facts = {
    image: 'web',
    imageId: 'image-1',
    owner: 'b'.repeat(32),
    ownerName: 'team-data',
    region: 'eu-de',
    type: 'system',
    sizeGb: 40,
  };

  it('of an offer has buttons that answer it for the project it went to', () => {
    const reply = noticeReply(library.wording, aNotice({ facts, to }));
    const [accept, reject] = reply?.choices ?? [];

    expect(readPress(accept?.value ?? '')).toEqual({
      does: 'begin',
      operation: 'image.accept',
      slots: { offers: [`${facts.owner}/image-1`] },
      agreed: true,
      project: to.project,
    });
    expect(readPress(reject?.value ?? '')).toMatchObject({ operation: 'image.reject' });
  });

  it('of a share that needs no answer has no buttons', () => {
    const given = { ...aNotice({ facts, to }), kind: 'share.given' };

    expect(noticeReply(library.wording, given)?.choices).toEqual([]);
  });

  it('of what its card shows already is not posted', () => {
    const notice = aNotice({ facts: { operation: 'image.share' }, to });

    expect(noticeReply(library.wording, { ...notice, kind: 'job.finished' })).toBeUndefined();
  });
});

function aNotice(more: Pick<Notice, 'facts' | 'to'>): Notice {
  return Notice.parse({
    id: 'notice',
    kind: 'share.offered',
    owedSince: '2026-11-20T09:00:00.000Z',
    ...more,
  });
}

/** Orders the task, agreeing to whatever there is to agree to. */
async function ordered(kit: TalkKit, id: string): Promise<void> {
  for (const order of orders[id] ?? []) {
    const { who } = acting(id);
    const { choices = [] } = await kit.ordered(who, '/image', order);
    if (choices[0]) await kit.pressed(who, choices[0].value);
  }
}
