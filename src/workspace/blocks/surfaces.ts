export type Surface = 'message' | 'modal' | 'home';

/** Which block types Slack shows where; a type that is not in a surface's set is refused there. */
const everywhere = [
  'section',
  'header',
  'divider',
  'context',
  'actions',
  'image',
  'input',
  'rich_text',
  'card',
  'video',
];

const allowed: Readonly<Record<Surface, ReadonlySet<string>>> = {
  message: new Set([
    ...everywhere,
    'markdown',
    'table',
    'data_table',
    'carousel',
    'container',
    'task_card',
    'plan',
    'context_actions',
    'file',
  ]),
  modal: new Set([...everywhere, 'alert']),
  home: new Set([...everywhere, 'carousel']),
};

const mostBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

export function isAllowedOn(surface: Surface, type: string): boolean {
  return allowed[surface].has(type);
}

export function mostBlocksOn(surface: Surface): number {
  return mostBlocks[surface];
}
