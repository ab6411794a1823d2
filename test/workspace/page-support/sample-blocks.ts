import type { KnownBlock, PlainTextElement, PlainTextOption } from '@slack/types';

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });
const option = (value: string, text = value): PlainTextOption => ({ text: plain(text), value });
const projects = [option('team-data'), option('team-app'), option('team-shop')];
const raw = (text: string) => ({ type: 'raw_text' as const, text });
const number = (value: number) => ({ type: 'raw_number' as const, value, text: String(value) });

/** A one-colour picture that needs no network. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8sIXhPwAHGAKqV3FvUAAAAABJRU5ErkJggg==';

/** A plan as the bot proposes one. */
export const proposal: readonly KnownBlock[] = [
  { type: 'header', text: plain('Share web-golden with team-data?') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: '*web-golden* is a system disk image of `team-web` in *eu-de*. Every rule was checked :white_check_mark:\n• region: both projects are in eu-de\n• quota: 3 of 128 shares are used\n> The recipient has to accept before it can use the image.',
    },
    fields: [
      { type: 'mrkdwn', text: '*Asked by*\n<@U0WEBOP>' },
      { type: 'mrkdwn', text: '*Valid until*\n<!date^1795165200^{date_short_pretty} {time}|soon>' },
      { type: 'mrkdwn', text: '*Recipient*\nteam-data' },
      { type: 'mrkdwn', text: '*Source*\n<https://example.com/faq|Sharing FAQ>' },
    ],
  },
  {
    type: 'actions',
    block_id: 'proposal',
    elements: [
      {
        type: 'button',
        action_id: 'confirm',
        text: plain('Confirm'),
        value: 'p1',
        style: 'primary',
      },
      { type: 'button', action_id: 'change', text: plain('Change'), value: 'p1' },
      {
        type: 'button',
        action_id: 'cancel',
        text: plain('Cancel'),
        value: 'p1',
        style: 'danger',
        confirm: {
          title: plain('Drop this plan?'),
          text: { type: 'mrkdwn', text: 'Nothing has been shared yet. *The plan is lost.*' },
          confirm: plain('Drop it'),
          deny: plain('Keep it'),
          style: 'danger',
        },
      },
    ],
  },
  {
    type: 'context',
    elements: [
      { type: 'image', image_url: PICTURE, alt_text: 'lab cloud' },
      { type: 'mrkdwn', text: 'Checked against the rules of *Huawei Cloud*, 2026-11-20' },
    ],
  },
  {
    type: 'context_actions',
    block_id: 'rating',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'rate',
        positive_button: { text: plain('Good answer'), value: 'good' },
        negative_button: { text: plain('Bad answer'), value: 'bad' },
      },
      { type: 'icon_button', action_id: 'drop', icon: 'trash', text: plain('Remove') },
    ],
  },
];

/** Every interactive element. */
export const elements: readonly KnownBlock[] = [
  {
    type: 'section',
    block_id: 'pick-image',
    text: { type: 'mrkdwn', text: 'Which image?' },
    accessory: {
      type: 'static_select',
      action_id: 'image',
      placeholder: plain('Choose an image'),
      option_groups: [
        { label: plain('System disk'), options: [option('web-golden'), option('db-golden')] },
        { label: plain('Full ECS'), options: [option('ecs-2026', 'ecs-backup-2026')] },
      ],
    },
  },
  {
    type: 'actions',
    block_id: 'pickers',
    elements: [
      {
        type: 'external_select',
        action_id: 'search',
        placeholder: plain('Search projects'),
        min_query_length: 1,
      },
      { type: 'users_select', action_id: 'who', placeholder: plain('Choose a person') },
      { type: 'conversations_select', action_id: 'where', placeholder: plain('Choose a channel') },
      {
        type: 'multi_static_select',
        action_id: 'with',
        placeholder: plain('Choose projects'),
        options: projects,
      },
      { type: 'datepicker', action_id: 'when', initial_date: '2026-12-01' },
      {
        type: 'overflow',
        action_id: 'more',
        options: [option('show', 'Show details'), option('export', 'Export …')],
      },
      {
        type: 'button',
        action_id: 'docs',
        text: plain('Open the manual'),
        url: 'https://example.com/manual',
      },
    ],
  },
  {
    type: 'actions',
    block_id: 'ticks',
    elements: [
      {
        type: 'radio_buttons',
        action_id: 'kind',
        options: [option('system'), option('data')],
        initial_option: option('system'),
      },
      { type: 'checkboxes', action_id: 'extras', options: [option('encrypt'), option('tag')] },
    ],
  },
];

/** Text, tables and the other blocks that only show something. */
export const displays: readonly KnownBlock[] = [
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Names are data: ' },
          { type: 'text', text: '*not-bold* <b>', style: { code: true } },
          { type: 'text', text: ', bold', style: { bold: true } },
          { type: 'text', text: ', both', style: { bold: true, italic: true } },
          { type: 'text', text: ', gone', style: { strike: true } },
          { type: 'text', text: ' for ' },
          { type: 'user', user_id: 'U0WEBOP' },
          { type: 'text', text: ' in ' },
          { type: 'channel', channel_id: 'C0IMAGES' },
          { type: 'text', text: ' ' },
          { type: 'emoji', name: 'tada', unicode: '1f389' },
          { type: 'text', text: ' ' },
          { type: 'link', url: 'https://example.com', text: 'read more' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'stop the server' }] },
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'create the image' }] },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted from the manual' }] },
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: 'image: web-golden\nstatus: active' }],
      },
    ],
  },
  { type: 'divider' },
  {
    type: 'data_table',
    caption: 'Images of team-web',
    page_size: 3,
    row_header_column_index: 0,
    rows: [
      [raw('Image'), raw('Kind'), raw('GB')],
      [raw('web-golden'), raw('system disk'), number(40)],
      [raw('db-golden'), raw('system disk'), number(80)],
      [raw('shop-data'), raw('data disk'), number(500)],
      [raw('ecs-backup-2026'), raw('full ECS'), number(1200)],
    ],
  },
  {
    type: 'table',
    column_settings: [{}, { align: 'right' }],
    rows: [
      [raw('Limit'), raw('Huawei')],
      [raw('Shares of a system disk image'), raw('128')],
    ],
  },
  {
    type: 'markdown',
    text: '## From the manual\nA **full-ECS** image needs a [vault](https://example.com/vault).\n1. create it\n2. share it',
  },
  {
    type: 'card',
    title: { type: 'mrkdwn', text: 'web-golden' },
    subtitle: { type: 'mrkdwn', text: 'system disk, 40 GB, active' },
    body: { type: 'mrkdwn', text: 'Debian 12 with the web stack, made on Monday.' },
    actions: [{ type: 'button', action_id: 'open-card', text: plain('Show') }],
  },
  { type: 'alert', level: 'warning', text: { type: 'mrkdwn', text: 'The vault is *90 % full*.' } },
  {
    type: 'plan',
    title: 'Exporting web-golden',
    tasks: [
      { type: 'task_card', task_id: '1', title: 'Check the rules', status: 'complete' },
      { type: 'task_card', task_id: '2', title: 'Write to the bucket', status: 'in_progress' },
      { type: 'task_card', task_id: '3', title: 'Tell everybody', status: 'pending' },
    ],
  },
  { type: 'image', image_url: PICTURE, alt_text: 'an orange square', title: plain('A picture') },
  { type: 'file', source: 'remote', external_id: 'F1' },
];

/** A form with one input of each kind that modals use. */
export const form: readonly KnownBlock[] = [
  {
    type: 'input',
    block_id: 'image',
    label: plain('Image name'),
    hint: plain('Only images of your own project can be shared.'),
    element: { type: 'plain_text_input', action_id: 'name', placeholder: plain('web-golden') },
  },
  {
    type: 'input',
    block_id: 'projects',
    label: plain('Share with'),
    element: { type: 'multi_static_select', action_id: 'with', options: projects },
  },
  {
    type: 'input',
    block_id: 'days',
    label: plain('Keep for how many days'),
    optional: true,
    element: { type: 'number_input', action_id: 'days', is_decimal_allowed: false, min_value: '1' },
  },
  {
    type: 'input',
    block_id: 'kind',
    label: plain('Kind'),
    element: {
      type: 'radio_buttons',
      action_id: 'kind',
      initial_option: option('system', 'System disk image'),
      options: [option('system', 'System disk image'), option('full', 'Full-ECS image')],
    },
  },
];
