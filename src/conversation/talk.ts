import type { People } from '../access/people.ts';
import type { Answers } from '../answers/answer.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Profile } from '../images/profile.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import type { Understander, Understanding } from '../understanding/meaning.ts';
import { privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { answering } from './answering.ts';
import { bareAnswer, isShort } from './bare-answers.ts';
import { carryingOn } from './carrying-on.ts';
import { checks as checksBy } from './checks.ts';
import { commands } from './commands.ts';
import { corrections } from './corrections.ts';
import type { doing } from './doing.ts';
import { feedback as feedbackFor } from './feedback.ts';
import { followUps } from './follow-ups.ts';
import type { Opened } from './form.ts';
import { type Forms, forms as formsOf } from './forms.ts';
import { handOver as handOverBy } from './hand-over.ts';
import { knownTo } from './known.ts';
import { type Links, links } from './links.ts';
import { pendingIn } from './pending.ts';
import type { FeedbackLog, Helpdesk, TaughtPhrases } from './ports.ts';
import { readPress } from './press.ts';
import type { proposals } from './proposals.ts';
import { sharing } from './sharing.ts';
import { stopping } from './stopping.ts';
import { suggestions } from './suggestions.ts';
import type { Talks } from './talks.ts';
import { knowingTaught } from './taught.ts';
import { teaching as teachingFor } from './teaching.ts';
import type { Topics } from './topics.ts';
import type { Pressed, Turn } from './turn.ts';
import { understandings } from './understandings.ts';
import { type Welcome, welcome } from './welcome.ts';
import { wishes as wishesOf } from './wishes.ts';
import { yesOrNo } from './yes-or-no.ts';

/** The ways a person reaches Goldie: saying something, ordering it by command, pressing a button. */
export interface Conversation {
  /** Free words, as Slack sends them. Words alone never change anything. */
  said(turn: Turn, text: string): Promise<Reply>;
  /** A slash command with its text. */
  ordered(turn: Turn, command: string, text: string): Promise<Reply>;
  /** The value of a pressed button. */
  pressed(turn: Turn, value: string): Promise<Pressed>;
  /** What a message, perhaps of somebody else, suggests to whoever looks at it. */
  suggested(turn: Turn, text: string): Promise<Opened>;
  /** Slack's own Stop button was pressed in a thread: stops the jobs of it. */
  stopped(turn: Turn, thread: { readonly channel: string; readonly ts: string }): Promise<Reply>;
  /** For somebody who has just come to talk. */
  readonly welcome: Welcome;
  /** What is shown below links to images. */
  readonly links: Links;
  /** The same by form, where Slack can show one. */
  readonly forms: Forms;
}

interface Parts {
  readonly talks: Talks;
  readonly actors: Actors;
  readonly people: People;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly understander: Understander;
  readonly answering: ReturnType<typeof answering>;
  readonly doing: ReturnType<typeof doing>;
  readonly proposals: ReturnType<typeof proposals>;
  readonly topics: Topics;
  /** The channels of projects. */
  readonly channels: ReadonlyMap<ProjectId, string>;
  readonly answers: Answers;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly log: FeedbackLog;
  readonly taught: TaughtPhrases;
  /** Undefined where no channel is set up for it. */
  readonly helpdesk: Helpdesk | undefined;
  /** Cloud profile of somebody who acts for no project. */
  readonly defaultCloud: string;
  readonly clock: () => number;
}

export function conversation(parts: Parts): Conversation {
  const { talks, actors, people, wording, operations, doing } = parts;
  const understander = knowingTaught(parts.understander, parts.taught, operations);
  const feedback = feedbackFor(parts);
  const teaching = teachingFor(parts);
  const handOver = handOverBy(parts);
  const pending = pendingIn(talks, parts.clock);
  const answered = yesOrNo({ pending, wording, doing });
  const checks = checksBy(parts);
  const corrected = corrections({ actors, people, operations, pending, doing });
  const followed = followUps({ ...parts, understander, checks });
  const carrying = carryingOn({ ...parts, pending });
  const wishes = wishesOf({ wording, pending, doing });
  const { understood, answeredById } = understandings({
    ...parts,
    understander,
    pending,
    wishes,
    checks,
    feedback,
    followed,
    handOver,
  });
  const forms = formsOf({ actors, wording, operations, doing, pending });
  const shared = sharing(parts);
  const ordered = commands({
    ...parts,
    understander,
    pending,
    forms,
    sharing: shared,
    overview: teaching.overview,
    settled,
    understood,
  });
  const suggested = suggestions({ ...parts, understander, forms });
  return {
    said,
    ordered,
    pressed,
    suggested,
    stopped: stopping(parts),
    welcome: welcome(parts),
    links: links(parts),
    forms,
  };

  async function said(turn: Turn, text: string): Promise<Reply> {
    const asking = await actors.asking(turn.who);
    const meant = understander.understand(text, knownTo(asking));
    const clear = await settled(turn, meant, asking);
    if (clear) return clear;
    const question = await pending.question(turn);
    if (!question) return understood(turn, meant, asking);
    const continued = await carrying.carriedOnBy(turn, question, meant);
    return continued ?? carrying.remindedOf(turn, question, await understood(turn, meant, asking));
  }

  /** A yes or no, a call for people, or a correction: clear without asking what else it may mean. */
  async function settled(
    turn: Turn,
    meant: Understanding,
    asking: Asking | undefined,
  ): Promise<Reply | undefined> {
    const bare = bareAnswer(meant.text);
    const ended = bare && (await answered(turn, bare));
    if (ended) return ended;
    if (bare && isShort(meant.text)) return saying(...wording.lines('proposals.none-open'));
    const forPeople = await handOver.askedIn(turn, meant.text);
    if (forPeople !== undefined) return handOver.reply(turn, forPeople, asking);
    return corrected(turn, meant);
  }

  async function pressed(turn: Turn, value: string): Promise<Pressed> {
    const press = readPress(value);
    switch (press?.does) {
      case 'confirm':
        return doing.confirm(turn, press.id);
      case 'cancel':
        return doing.cancel(turn, press.id);
      case 'pick':
        return (await carrying.pick(turn, press.id, press.option)) ?? stale();
      case 'drop':
        return (await carrying.drop(turn, press.id)) ?? stale();
      case 'show':
        return (await shared.share(turn, press.id)) ?? stale();
      case 'form':
        return (await carrying.askAgain(turn, press.id)) ?? stale();
      case 'answer':
        return {
          reply: await answeredById(turn, press.id, await actors.asking(turn.who)),
          replaces: false,
        };
      case 'rate':
        return {
          reply: await feedback.rated(turn, press, (await actors.asking(turn.who))?.caller.project),
          replaces: false,
        };
      case 'teach':
        return teaching.pressed(turn, press);
      case 'hand-over': {
        const asking = await actors.asking(turn.who);
        return { reply: await handOver.reply(turn, press.text, asking), replaces: false };
      }
      case 'begin': {
        const operation = operations.get(press.operation);
        return operation ? wishes.begun(turn, operation, press.slots, press) : stale();
      }
      default:
        return stale();
    }
  }

  /** The button belongs to somebody else, or to a time that is over. */
  function stale(): Pressed {
    return { reply: privately(saying(wording.say('proposals.not-yours'))), replaces: false };
  }
}
