import type { People } from '../access/people.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Asking } from '../operations/operation.ts';
import { listing } from '../operations/spoken.ts';
import { type Choice, type Line, plain, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { sameText } from './feedback-entry.ts';
import type { Helpdesk } from './ports.ts';
import { pressValue } from './press.ts';
import type { Topics } from './topics.ts';
import type { Turn } from './turn.ts';

interface Parts {
  /** Undefined where none is set up: then Goldie says who can help instead. */
  readonly helpdesk: Helpdesk | undefined;
  readonly people: People;
  readonly wording: Wording;
  readonly topics: Topics;
}

const longestText = 300;
const person =
  '(?:human|(?:real |actual )?person|somebody|someone|people|colleague|support|help ?desk|(?:our |the |an? )?admin(?:istrator)?s?)';
const asked = new RegExp(
  String.raw`^\W*(?:(?:please|can|could|may|i|you|want|would|like|need|to|let|me|goldie)[\s,]+)*(?:ask|talk (?:to|with)|speak (?:to|with)|get(?: me)?|call|contact|hand (?:it|this|me) over to|pass (?:it|this) on to|forward (?:it|this) to)\s+(?:an? |the |our |some )?(?:real )?${person}(?:\s*(?::|about)\s*(?<question>.+)|(?:\s+(?:please|for help|instead|about (?:it|this|that)))*)?[\s.!?]*$`,
  'is',
);

/** Passes questions on to people. What was written goes along as plain text: it mentions and pings nobody. */
export function handOver({ helpdesk, people, wording, topics }: Parts) {
  return { askedIn, choice, reply };

  /** The question that somebody wants to have passed on: after a colon, else what they wrote before; empty for none. */
  async function askedIn(turn: Turn, text: string): Promise<string | undefined> {
    const found = asked.exec(text);
    if (!found) return undefined;
    const own = found.groups?.question?.trim();
    if (own && !/^(?:it|this|that)\W*$/i.test(own)) return own;
    const before = await topics.before(turn);
    return before.find(({ text: written }) => written !== '')?.text ?? '';
  }

  function choice(text: string): readonly Choice[] {
    if (text.trim() === '') return [];
    const value = pressValue({ does: 'hand-over', text: text.slice(0, longestText) });
    return [{ label: plain(wording.say('helpdesk.button')), value }];
  }

  async function reply(turn: Turn, text: string, asking: Asking | undefined): Promise<Reply> {
    if (!helpdesk) return saying(wording.say('helpdesk.none'), administrators(asking));
    if (text === '') return saying(wording.say('helpdesk.nothing-asked'));
    const key = ['question', turn.who, turn.where, sameText(text)].join('/');
    await helpdesk.post({ ...turn, key }, (link) => question(turn, text, link));
    return saying(wording.say('helpdesk.passed-on', { text }));
  }

  function question({ who }: Turn, text: string, link: string | undefined): Reply {
    const name = people.byId(who)?.name ?? who;
    const lines: readonly Line[] = [
      wording.say('helpdesk.question', { name }),
      [{ text, italic: true }],
      link === undefined
        ? wording.say('helpdesk.in-private', { name })
        : [{ text: plain(wording.say('helpdesk.link')), link }],
    ];
    return saying(...lines);
  }

  function administrators(asking: Asking | undefined): Line {
    const names = asking ? administratorsOf(asking.caller.project) : [];
    return names.length === 0
      ? wording.say('helpdesk.administrator-unknown')
      : wording.say('helpdesk.administrators', { names: listing(names) });
  }

  function administratorsOf(project: ProjectId): readonly string[] {
    return people.operatorsOf(project).flatMap((id) => {
      const one = people.byId(id);
      return one?.roles.get(project) === 'admin' ? [one.name] : [];
    });
  }
}
