/** Writes down a conversation as a dialog: who says what, and what the app must answer. */
import { stringify } from 'yaml';
import { z } from 'zod';
import { elementsIn } from '../person/elements.ts';
import type { Deed, News } from '../team/feed.ts';
import type { StoredMessage } from '../team/message.ts';
import type { Team } from '../team/team.ts';

type Step = Readonly<Record<string, unknown>>;

const Label = z.looseObject({ text: z.looseObject({ text: z.string() }) });

/** Records from `start` to `stop` what people do and what the app says. */
export class Recorder {
  readonly #team: Team;
  #steps: Step[] | undefined;
  #lastChannel = '';

  constructor(team: Team) {
    this.#team = team;
    team.feed.listen((news) => this.#hear(news));
  }

  /** How many steps there are; null while nothing is recorded. */
  recorded(): number | null {
    return this.#steps?.length ?? null;
  }

  start(): void {
    this.#steps = [];
    this.#lastChannel = '';
  }

  /** @returns the dialog as YAML, or undefined when nothing was recorded */
  stop(title: string): string | undefined {
    const steps = this.#steps;
    this.#steps = undefined;
    if (!steps || steps.length === 0) return undefined;
    return stringify({ title, dialog: steps }, { lineWidth: 0 });
  }

  #hear(news: News): void {
    if (!this.#steps) return;
    if (news.type === 'deed') this.#steps.push(this.#deed(news.deed));
    if (news.type === 'message' && news.message.botId) this.#steps.push(this.#said(news.message));
  }

  #deed({ user, did, channel, text }: Deed): Step {
    this.#lastChannel = channel;
    const who = this.#team.people.get(user)?.handle ?? user;
    const verb = did === 'says' ? '' : ` ${did}`;
    const where = this.#placeName(channel);
    const mention = new RegExp(`^@(?:${this.#team.people.bot.handle})\\s+`, 'i');
    return { [`${who}${verb}${where}`]: text.replace(mention, '') };
  }

  #said(message: StoredMessage): Step {
    const bot = this.#team.people.bot.handle;
    const elsewhere = message.channel !== this.#lastChannel;
    const channel = this.#team.channels.get(message.channel);
    const name =
      channel?.kind === 'im' ? this.#team.people.get(channel.name)?.handle : channel?.name;
    const choices = elementsIn(message.blocks)
      .filter(({ type }) => type === 'button')
      .flatMap(({ element }) => Label.safeParse(element).data?.text.text ?? []);
    return {
      [elsewhere ? `${bot} in ${name}` : bot]: firstWords(message.text),
      ...(choices.length > 0 && { choices }),
      ...(message.visibleTo !== undefined && { private: true }),
    };
  }

  /** In the DM with the app a dialog says nothing about the place. */
  #placeName(id: string): string {
    const channel = this.#team.channels.get(id);
    return channel === undefined || channel.kind === 'im' ? '' : ` in ${channel.name}`;
  }
}

/** The first line, without marks: enough to recognise the answer, little enough to survive rewording. */
function firstWords(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return line
    .replace(/<([^<>|]*)\|([^<>]*)>/g, '$2')
    .replace(/[*_`~]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
