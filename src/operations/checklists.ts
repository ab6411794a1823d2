import { z } from 'zod';
import { findImage } from '../images/find-image.ts';
import { ImageId, ServerId } from '../images/ids.ts';
import type { Image } from '../images/image.ts';
import { findings } from '../images/rule.ts';
import { preparationRules } from '../images/rules/guest-preparation.ts';
import { readableRules } from '../images/rules/readable.ts';
import { type Line, plain, type Reply } from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import { findingLine, refusalReply } from './findings-text.ts';
import { imageName } from './image-name.ts';
import type { Query } from './operation.ts';
import { query } from './query.ts';
import { ownImage, server } from './slot-kinds.ts';
import type { Tools } from './tools.ts';
import { wordsOf } from './words.ts';

/** How to optimise an image, step by step: a server is made of it, put right inside, and imaged again. R-OPT-01 to 05, SPEC 2.3 */
export function optimizeImage(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'image.optimize',
    verbs: ['optimize', 'optimise'],
    needs: 'ims:images:get',
    slots: [{ name: 'image', kind: ownImage, required: true, many: false, from: ['images'] }],
    words: (text) => ({ image: wordsOf(text).slice(0, 1) }),
    answer: async (slots, asking) => {
      const {
        image: [id],
      } = z.object({ image: z.tuple([ImageId]) }).parse(slots);
      const { world } = asking;
      const image = world.own.images.find((one) => one.id === id);
      const name = imageName(world, id);
      const given = { world, request: { image: id }, found: findImage(world, id), image };
      const refused = findings(readableRules, given);
      if (refused.length > 0) {
        const speaking = { wording, directory: world.directory };
        return refusalReply(
          speaking,
          [wording.say('checklists.optimize.refused', { image: name })],
          refused,
        );
      }
      const intro = wording.say('checklists.optimize.intro', { image: name });
      const steps = stepsFor(image);
      return {
        text: plain(intro),
        parts: [
          { kind: 'paragraph', lines: [intro] },
          { kind: 'bullets', items: wording.lines(steps, { image: name }) },
          { kind: 'note', line: wording.say('checklists.optimize.note', { image: name }) },
        ],
        choices: [
          {
            label: plain(wording.say('choices.create-server')),
            value: pressBegin('server.create', { image: [id] }),
          },
        ],
        seenBy: 'everyone',
      } satisfies Reply;
    },
  });
}

/** R-OPT-02, R-OPT-03 */
function stepsFor(image: Image | undefined): string {
  return image?.osType === 'Windows' ? 'checklists.optimize.windows' : 'checklists.optimize.linux';
}

/** What is still to be done inside a server before an image is made of it. R-PREP-01 to 09 */
export function prepareServer(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'server.prepare',
    verbs: ['prepare', 'checklist'],
    needs: 'ecs:servers:list',
    slots: [{ name: 'server', kind: server, required: true, many: false, from: ['servers'] }],
    words: (text) => ({ server: wordsOf(text).slice(0, 1) }),
    answer: async (slots, { world }) => {
      const {
        server: [id],
      } = z.object({ server: z.tuple([ServerId]) }).parse(slots);
      const found = world.own.servers.find((one) => one.id === id);
      const speaking = { wording, directory: world.directory };
      const said = findings(preparationRules, { world, request: {}, server: found });
      const open = said.filter(({ severity }) => severity !== 'info');
      const facts = { server: found?.name ?? id, count: open.length };
      const key = open.length === 0 ? 'checklists.prepare.none' : 'checklists.prepare.some';
      const intro = wording.say(key, facts);
      const items = said.map((finding): Line => findingLine(speaking, finding));
      return {
        text: plain(intro),
        parts: [
          { kind: 'paragraph', lines: [intro] },
          { kind: 'bullets', items },
        ],
        choices: [
          {
            label: plain(wording.say('choices.create-image')),
            value: pressBegin('image.create', { server: [id] }),
          },
        ],
        seenBy: 'everyone',
      } satisfies Reply;
    },
  });
}
