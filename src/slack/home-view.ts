import type { HomeView, KnownBlock } from '@slack/types';
import type { Section, Setting } from '../conversation/home-settings.ts';
import { choosing } from './choices.ts';
import { optionOf } from './form-view.ts';
import { render } from './render.ts';
import { cut, shown } from './shown.ts';

/** Limits of Slack. */
const most = { blocks: 100, text: 2900 };

/** Sections as a Home tab, with a line between them. */
export function homeView(sections: readonly Section[]): HomeView {
  const blocks = sections.flatMap((section, at): KnownBlock[] => [
    ...(at === 0 ? [] : [{ type: 'divider' } as const]),
    ...distinct(blocksOf(section), at),
  ]);
  return { type: 'home', blocks: blocks.slice(0, most.blocks) };
}

function blocksOf(section: Section): readonly KnownBlock[] {
  return section.setting ? [settingBlock(section.text, section.setting)] : render(section).blocks;
}

function settingBlock(text: string, setting: Setting): KnownBlock {
  const { options, chosen } = setting;
  return {
    type: 'section',
    text: { type: 'plain_text', text: cut(shown(text), most.text), emoji: false },
    accessory: {
      type: 'static_select',
      action_id: choosing(setting),
      options: options.map(optionOf),
      initial_option: optionOf(chosen),
    },
  };
}

/** Action ids are unique in a message but would repeat from section to section. */
function distinct(blocks: readonly KnownBlock[], section: number): readonly KnownBlock[] {
  return blocks.map((block, at) => ({ ...block, block_id: `home:${section}:${at}` }));
}
