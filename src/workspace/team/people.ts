import type { Person } from '../page-api.ts';
import type { SeededPerson, WorkspaceSeed } from '../seed.ts';

export interface Member extends SeededPerson {
  readonly isBot: boolean;
}

/** Everyone in the team, the bot included. */
export class People {
  readonly all: readonly Member[];
  readonly bot: Member;
  readonly #byId: ReadonlyMap<string, Member>;

  constructor(seed: WorkspaceSeed, botName: string) {
    this.bot = {
      id: seed.app.user,
      name: botName,
      handle: seed.app.handle,
      title: 'app',
      color: '#7a5c00',
      'time zone': 'UTC',
      locale: 'en-US',
      restricted: false,
      isBot: true,
    };
    this.all = [...seed.people.map((person) => ({ ...person, isBot: false })), this.bot];
    this.#byId = new Map(this.all.map((member) => [member.id, member]));
  }

  get(id: string): Member | undefined {
    return this.#byId.get(id);
  }

  /** A person of flesh and blood: someone who can sit at the page. */
  human(id: string): Member | undefined {
    const member = this.get(id);
    return member?.isBot ? undefined : member;
  }
}

export function pagePerson(member: Member): Person {
  return {
    id: member.id,
    name: member.name,
    title: member.title,
    isBot: member.isBot,
    avatarColor: member.color,
    zone: member['time zone'],
  };
}
