import { beforeAll, expect, it } from 'vitest';
import { readPress } from '../../src/conversation/press.ts';
import type { AuditLine } from '../../src/images/unit.ts';
import { pressBegin } from '../../src/operations/buttons.ts';
import type { Reply } from '../../src/wording/reply.ts';
import {
  direct,
  everyWord,
  type Library,
  openTalk,
  readLibrary,
  type TalkKit,
} from '../support/talk-kit.ts';

const wendy = 'U0WEBOP';

let library: Library;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);

interface Asked {
  /** After `/image` and the task's first word, as help shows it. */
  readonly command: string;
  /** The same in free words. */
  readonly words: string;
  /** What is said to the questions that follow. */
  readonly answers?: readonly string[];
  /** Commands that come first. */
  readonly before?: readonly string[];
}

const tasks: Readonly<Record<string, Asked>> = {
  'image.create': {
    command: 'web-02 as web-new',
    words: 'create an image from web-02 called web-new',
  },
  'image.create-full': {
    command: 'db-primary as db-whole in web-backups',
    words: 'create a full-ecs image of db-primary called db-whole',
  },
  'image.create-full-backup': {
    command: 'db-primary-nightly as db-nightly',
    words: 'create a full-ecs image from the backup db-primary-nightly called db-nightly',
    answers: ['db-nightly'],
  },
  'image.share': {
    command: 'web-golden with team-ops',
    words: 'share web-golden with team-ops',
  },
  'image.unshare': {
    command: 'web-base-2026 with team-ops',
    words: 'stop sharing web-base-2026 with team-ops',
  },
  'image.accept': { command: 'data-golden', words: 'accept data-golden' },
  'image.reject': { command: 'data-golden', words: 'reject data-golden' },
  'image.rename': {
    command: 'web-golden to web-gold',
    words: 'rename web-golden to web-gold',
  },
  'image.protect': { command: 'web-golden', words: 'protect web-golden from deletion' },
  'image.unprotect': {
    command: 'protected-base',
    words: 'remove the protection from protected-base',
  },
  'image.replicate': {
    command: 'web-golden as web-copy',
    words: 'copy web-golden as web-copy',
  },
  'image.encrypt': {
    command: 'web-golden as web-secret with web-disks',
    words: 'encrypt web-golden',
    answers: ['web-disks', 'web-secret'],
  },
  'image.create-data': {
    command: 'db-primary as db-disk',
    words: 'create a data disk image of db-primary called db-disk',
  },
  'image.import': {
    command: 'web-imports:golden.qcow2 as imported',
    words: 'import an image file',
    answers: ['web-imports:golden.qcow2', 'imported'],
  },
  'image.import-iso': {
    command: 'server-2019.iso as setup-iso with "Windows Server 2016 Standard 64bit"',
    words: 'register an iso file',
    answers: ['server-2019.iso', 'setup-iso', 'Windows Server 2016 Standard 64bit'],
  },
  'image.create-from-disk': {
    command: 'db-primary as disk-system with "Windows Server 2016 Standard 64bit"',
    words: 'create a system image from the data disk of db-primary called disk-system',
    answers: ['Windows Server 2016 Standard 64bit'],
  },
  'image.modify': {
    command: 'web-golden description to fresh',
    words: 'change the description of web-golden',
    answers: ['fresh'],
  },
  'image.tag': {
    command: 'web-golden with stage=old',
    words: 'tag web-golden',
    answers: ['stage=old'],
  },
  'image.untag': {
    command: 'web-golden without stage',
    words: 'remove tags from web-golden',
    answers: ['stage'],
  },
  'image.replicate-across': {
    command: 'web-golden to eu-nl by copy-to-nl',
    words: 'copy web-golden to the region eu-nl',
    answers: ['copy-to-nl'],
  },
  'image.export': {
    command: 'web-golden to web-imports:golden-export as fast',
    words: 'export web-golden',
    answers: ['web-imports', 'golden-export', 'fast'],
  },
  'image.convert': { command: 'web-golden as web-cloud', words: 'convert web-golden' },
  'job.cancel': {
    command: 'web-long',
    words: 'cancel the job web-long',
    before: ['create web-02 as web-long'],
  },
  'image.delete': { command: 'old-web', words: 'delete old-web' },
  'image.restore': {
    command: 'web-golden',
    words: 'restore web-golden from the recycle bin',
    before: ['delete web-golden'],
  },
  'image.purge': {
    command: 'web-golden',
    words: 'purge web-golden from the recycle bin for good',
    before: ['delete web-golden'],
  },
  'server.create': {
    command: 'web-golden as app-1',
    words: 'create a server from web-golden called app-1',
  },
  'disk.create': { command: 'db-data', words: 'create a disk from db-data' },
  'server.start': { command: 'web-02', words: 'start the server web-02' },
  'server.stop': { command: 'web-01', words: 'stop the server web-01' },
  'server.restart': { command: 'web-01', words: 'restart the server web-01' },
  'server.reinstall': { command: 'web-02', words: 'reinstall the server web-02' },
  'server.change-os': {
    command: 'web-02 to web-golden',
    words: 'change the os of web-02 to web-golden',
  },
};

/** Agrees to what is shown, after answering what is asked. */
async function finish(kit: TalkKit, first: Reply, answers: readonly string[] = []): Promise<void> {
  let reply = first;
  for (const answer of answers) reply = await kit.said(wendy, answer);
  const values = (reply.choices ?? []).map(({ value }) => value);
  const confirm = values.find((value) => readPress(value)?.does === 'confirm');
  if (confirm !== undefined) await kit.pressed(wendy, confirm);
}

const ways: Readonly<Record<string, (kit: TalkKit, id: string, asked: Asked) => Promise<void>>> = {
  async command(kit, id, { command }) {
    const [verb] = kit.operations.get(id)?.verbs ?? [];
    await finish(kit, await kit.ordered(wendy, '/image', `${verb} ${command}`));
  },
  async words(kit, _, { words, answers }) {
    await finish(kit, await kit.said(wendy, words), answers);
  },
  async form(kit, id, { command }) {
    const turn = (key: string) => ({
      who: wendy,
      key,
      where: 'form:V1',
      origin: { channel: direct(wendy) },
    });
    const opened = await kit.forms.open(turn('open'), pressBegin(id));
    if (opened.kind !== 'form') throw new Error(everyWord(opened.reply));
    const entries = kit.operations.get(id)?.words(command) ?? {};
    const plan = await kit.forms.submitted(turn('check'), opened.form.state, entries);
    if (plan.kind === 'form') await kit.forms.submitted(turn('agree'), plan.form.state, {});
  },
};

/** What must not depend on the way: all but the names that are made up for each line and each new thing. */
function comparable({ id: _, imageId, ...line }: AuditLine, known: ReadonlySet<string>): unknown {
  const facts = Object.entries(line.facts).map(([name, value]) => {
    const isNew = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(value)) && !known.has(String(value));
    return [name, isNew ? 'new' : value];
  });
  const image = imageId !== undefined && !known.has(imageId) ? 'new' : imageId;
  return { ...line, image, facts: Object.fromEntries(facts) };
}

async function linesOf(way: string, id: string, asked: Asked): Promise<readonly unknown[]> {
  const kit = await openTalk(library);
  try {
    for (const first of asked.before ?? []) {
      await finish(kit, await kit.ordered(wendy, '/image', first));
      await kit.pass(60_000);
    }
    const { images, received, audit } = await kit.unit('team-web');
    const known = new Set([
      ...images.map((image) => String(image.id)),
      ...received.map(({ imageId }) => String(imageId)),
    ]);
    await ways[way]?.(kit, id, asked);
    const after = await kit.unit('team-web');
    return after.audit.slice(audit.length).map((line) => comparable(line, known));
  } finally {
    await kit.stop();
  }
}

it.each(Object.entries(tasks))(
  '%s leaves the same audit line by command, in words and by form',
  async (id, asked) => {
    const byCommand = await linesOf('command', id, asked);

    expect(byCommand).not.toHaveLength(0);
    expect(byCommand[0]).toMatchObject({ who: wendy });
    expect(await linesOf('words', id, asked)).toEqual(byCommand);
    expect(await linesOf('form', id, asked)).toEqual(byCommand);
  },
);

it('asks for every task there is', async () => {
  const kit = await openTalk(library);
  const all = [...kit.operations.values()].filter(({ kind }) => kind === 'task');
  await kit.stop();

  expect(Object.keys(tasks).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
});
