import type {
  Channel,
  Message,
  MessagePage,
  OpenView,
  PageState,
  Person,
} from '../../../src/workspace/page-api.ts';

export const WEBOP = 'U0WEBOP';
export const DATOP = 'U0DATOP';
export const BOT = 'U0GOLDIE';
export const GENERAL = 'C0IMAGES';
export const DM = 'D0GOLDIE';

const person = (id: string, name: string, title: string, avatarColor: string): Person => ({
  id,
  name,
  title,
  isBot: id === BOT,
  avatarColor,
});

export const people: readonly Person[] = [
  person(BOT, 'goldie', 'answers and acts on machine images', '#a86a00'),
  person(WEBOP, 'Wanda Weber', 'operator in team-web', '#2f6f4f'),
  person(DATOP, 'Dario Tanaka', 'operator in team-data', '#5a4a9c'),
  person('U0ADMIN', 'Ada Min', 'administrator of the account', '#9c3f4a'),
  person('U0WEBRO', 'Rolf Onley', 'viewer in team-web', '#2d6688'),
];

const channels: readonly Channel[] = [
  {
    id: GENERAL,
    kind: 'channel',
    name: 'machine-images',
    topic: 'Golden images, shares and exports',
    members: people.map(({ id }) => id),
  },
  {
    id: 'C0RANDOM',
    kind: 'channel',
    name: 'coffee',
    topic: '',
    members: [WEBOP, DATOP],
  },
  { id: DM, kind: 'im', name: 'goldie', topic: '', members: [WEBOP, BOT] },
];

export const pageState = (me: string, changes: Partial<PageState> = {}): PageState => ({
  team: { id: 'T0DEMO', name: 'Cloud Foundry Works', domain: 'foundry.local' },
  me,
  bot: BOT,
  people,
  channels,
  shortcuts: [],
  views: [],
  agents: [],
  prompts: [],
  commands: [
    {
      command: '/image',
      description: 'Everything about machine images; type help to see what you can do',
      usageHint: '[help | list | show | create | share | quota | jobs]',
    },
    {
      command: '/image-share',
      description: 'Share one of your images with other projects',
      usageHint: 'image with project [, project ...]',
    },
    {
      command: '/image-accept',
      description: 'Accept an image that another project shared with yours',
      usageHint: 'image [from project]',
    },
  ],
  home: null,
  botConnected: true,
  ...changes,
});

/** 2026-11-20 09:00:00 UTC */
const MORNING = 1_795_165_200;

/** The `ts` of a moment, in seconds after that morning. */
export const tsAt = (seconds: number): string => `${MORNING + seconds}.000100`;

export const message = (changes: Partial<Message> & { readonly ts: string }): Message => ({
  channel: GENERAL,
  user: WEBOP,
  text: '',
  blocks: [],
  ...changes,
});

export const modal = (id: string, changes: Partial<OpenView['view']> = {}): OpenView => ({
  id,
  hash: '1',
  view: {
    type: 'modal',
    title: { type: 'plain_text', text: 'Share an image' },
    submit: { type: 'plain_text', text: 'Share' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: 'image',
        label: { type: 'plain_text', text: 'Image name' },
        hint: { type: 'plain_text', text: 'Only images of your own project can be shared.' },
        element: { type: 'plain_text_input', action_id: 'name' },
      },
    ],
    ...changes,
  },
});

export const page = (messages: readonly Message[], hasMore = false): MessagePage => ({
  messages,
  hasMore,
});
