/** A person at the keyboard: does what the page would let them do. For tests and benchmarks. */
import type { KnownBlock } from '@slack/types';
import { areBlocks } from '../blocks/block-problems.ts';
import type { Container, FileCard, OpenView } from '../page-api.ts';
import { openHome } from '../person/home-opened.ts';
import { suggestOptions } from '../person/options.ts';
import type { Outcome } from '../person/outcome.ts';
import { press } from '../person/press.ts';
import { react } from '../person/react.ts';
import { runStep } from '../person/run-step.ts';
import { send } from '../person/say.ts';
import { takeShortcut } from '../person/shortcut.ts';
import { stopSession } from '../person/stop-session.ts';
import { attachFile, uploadFile } from '../person/upload.ts';
import { closeView } from '../person/view-close.ts';
import { submitView } from '../person/view-submit.ts';
import type { Team } from '../team/team.ts';
import { openView } from '../team/views.ts';
import { actionFor, elementNamed, type Filling, filledIn } from './choose.ts';
import type { SeenMessage } from './seen-message.ts';
import type { WaitOptions, Watch } from './watch.ts';

export interface Person {
  readonly id: string;
  /**
   * Types a message; `@name` mentions. A text starting with `/` is a slash command.
   * @returns the message's ts
   * @throws Error with a sentence when it cannot be sent
   */
  say(channel: string, text: string, threadTs?: string): Promise<string>;
  /** Runs a slash command and waits until the app acknowledged it or failed to. */
  command(channel: string, text: string): Promise<void>;
  /**
   * Presses a button or makes a choice, found by action_id or by the words on it, in a message or a
   * view, and waits for the acknowledgement. `inputs` is what else is filled in there.
   */
  press(
    target: SeenMessage | OpenView,
    name: string,
    choice?: Filling,
    inputs?: Readonly<Record<string, Filling>>,
  ): Promise<Outcome>;
  /** What an external select offers for what was typed. */
  typeInto(target: SeenMessage | OpenView, name: string, typed: string): Promise<Outcome>;
  /** Submits a modal; inputs are named by action_id, block_id or label. `errors` says what is wrong. */
  submit(view: OpenView, values?: Readonly<Record<string, Filling>>): Promise<Outcome>;
  closeModal(view: OpenView): Promise<Outcome>;
  /** Chooses a shortcut; with a message, one from that message's menu. */
  shortcut(callbackId: string, message?: SeenMessage): Promise<Outcome>;
  /** Sets a reaction, or takes it back when it is there. */
  react(message: SeenMessage, name: string): Outcome;
  upload(channel: string, name: string, content: string | Buffer, threadTs?: string): Outcome;
  /** Takes a file for a form, to be filled in as `[file]`. */
  attach(name: string, content: string | Buffer): FileCard;
  /** Presses the Stop button of a thread's running session. */
  stop(channel: string, threadTs: string): Outcome;
  /** Runs a declared step as a workflow would; `id` in the outcome is the execution's. */
  runStep(callbackId: string, inputs?: Readonly<Record<string, unknown>>): Outcome;
  /** Looks at the app's Home tab, or at its Messages tab. */
  openHome(tab?: 'home' | 'messages'): Outcome;
  /** The modal on top of this person's screen; undefined when none is open. */
  modal(): OpenView | undefined;
  home(): OpenView | undefined;
  waitForModal(fits?: (view: OpenView) => boolean, options?: WaitOptions): Promise<OpenView>;
  waitForHome(fits?: (view: OpenView) => boolean, options?: WaitOptions): Promise<OpenView>;
  /** The id of the DM with the bot. */
  readonly dm: string;
}

export function personAt(team: Team, watch: Watch, id: string): Person {
  const dm = team.channels.directOf(id)?.id;
  if (dm === undefined) throw new Error(`There is nobody with the id ${id}.`);
  const shown = (stored: Parameters<typeof openView>[0] | undefined) =>
    stored === undefined ? undefined : openView(stored);
  const any = () => true;
  return {
    id,
    dm,
    async say(channel, text, threadTs) {
      const outcome = orThrow(await send(team, { as: id, channel, text, threadTs }));
      return String(outcome.ts ?? '');
    },
    async command(channel, text) {
      orThrow(await send(team, { as: id, channel, text }));
    },
    async press(target, name, choice, inputs = {}) {
      const blocks = blocksOf(target);
      const action = actionFor(elementNamed(blocks, name), name, choice);
      const values = filledIn(blocks, inputs);
      return press(team, { as: id, container: containerOf(target), action, values });
    },
    async typeInto(target, name, typed) {
      const { blockId, actionId } = elementNamed(blocksOf(target), name);
      const container = containerOf(target);
      return suggestOptions(team, { as: id, container, blockId, actionId, typed });
    },
    async submit(view, values = {}) {
      const filled = filledIn(blocksOf(view), values);
      return submitView(team, { as: id, viewId: view.id, values: filled });
    },
    closeModal: (view) => closeView(team, { as: id, viewId: view.id }),
    shortcut: (callbackId, message) =>
      takeShortcut(team, {
        as: id,
        callbackId,
        ...(message && { message: { channel: message.channel, ts: message.ts } }),
      }),
    react: ({ channel, ts }, name) => react(team, { as: id, channel, ts, name }),
    upload: (channel, name, content, threadTs) =>
      uploadFile(team, { as: id, channel, name, content: Buffer.from(content), threadTs }),
    attach(name, content) {
      const attached = attachFile(team, { as: id, name, content: Buffer.from(content) });
      if (attached.ok) return attached.file;
      throw new Error(attached.error);
    },
    stop: (channel, threadTs) => stopSession(team, { as: id, channel, threadTs }),
    runStep: (callbackId, inputs = {}) => runStep(team, { as: id, callbackId, inputs }),
    openHome: (tab = 'home') => openHome(team, { as: id, tab }),
    modal: () => shown(team.views.stack(id).at(-1)),
    home: () => shown(team.views.home(id)),
    waitForModal: (fits = any, options) => watch.modal(id, fits, options),
    waitForHome: (fits = any, options) => watch.home(id, fits, options),
  };
}

function blocksOf(target: SeenMessage | OpenView): readonly KnownBlock[] {
  if (!('view' in target)) return target.blocks;
  const { type, blocks } = target.view;
  if (areBlocks(type === 'home' ? 'home' : 'modal', blocks)) return blocks;
  throw new Error('This view has blocks that Slack would not show.');
}

function containerOf(target: SeenMessage | OpenView): Container {
  return 'view' in target
    ? { type: 'view', viewId: target.id }
    : { type: 'message', channel: target.channel, ts: target.ts };
}

function orThrow(outcome: Outcome): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome;
  throw new Error(outcome.error);
}
