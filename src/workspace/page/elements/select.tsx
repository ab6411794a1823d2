import type { MultiSelect, PlainTextOption, Select } from '@slack/types';
import { type Directory, personOf, useDirectory } from '../text/people.tsx';
import { type Choice, type ChoiceGroup, choiceOf, groupsOf, matching, offered } from './choice.ts';
import { Combobox } from './combobox.tsx';
import { described, type Placed, useControl } from './element-control.ts';
import type { ElementValue } from './input-element.ts';
import { useSurface } from './surface.tsx';

type AnySelect = Select | MultiSelect;

/** The name under which Slack keeps what was selected, for each type of select. */
const KEYS: Readonly<Record<AnySelect['type'], string>> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
};

const isOption = (value: unknown): value is PlainTextOption =>
  typeof value === 'object' && value !== null && 'text' in value;

const channelName = ({ channels }: Directory, id: string): string => {
  const channel = channels.find((one) => one.id === id);
  if (channel === undefined) return id;
  return channel.kind === 'im' ? channel.name : `#${channel.name}`;
};

function selectedChoices(type: string, held: unknown, directory: Directory): readonly Choice[] {
  const all = Array.isArray(held) ? held : [held];
  return all.flatMap((one: unknown): Choice[] => {
    if (isOption(one)) return [choiceOf(one)];
    if (typeof one !== 'string') return [];
    const text = type.includes('users')
      ? personOf(directory, one).name
      : channelName(directory, one);
    return [{ id: one, text, selection: one }];
  });
}

function peopleAndChannels(element: AnySelect, directory: Directory): readonly ChoiceGroup[] {
  if (element.type.includes('users')) {
    const choices = directory.people.map(({ id, name, title }) => ({
      id,
      text: name,
      description: title,
      selection: id,
    }));
    return [{ label: '', choices }];
  }
  const onlyChannels = element.type.includes('channels');
  const choices = directory.channels
    .filter(({ kind }) => !onlyChannels || kind === 'channel')
    .map(({ id }) => ({ id, text: channelName(directory, id), selection: id }));
  return [{ label: '', choices }];
}

function groupsFor(element: AnySelect, directory: Directory): readonly ChoiceGroup[] {
  return element.type === 'static_select' || element.type === 'multi_static_select'
    ? groupsOf(element)
    : peopleAndChannels(element, directory);
}

export function SelectElement(placed: Placed<AnySelect>) {
  const { element, blockId } = placed;
  const surface = useSurface();
  const directory = useDirectory();
  const control = useControl(placed);
  const key = KEYS[element.type];
  const multiple = element.type.startsWith('multi_');
  const external = element.type === 'external_select' || element.type === 'multi_external_select';

  async function find(typed: string): Promise<readonly ChoiceGroup[]> {
    if (!external) return matching(groupsFor(element, directory), typed);
    return offered(await surface.options(blockId, element.action_id ?? '', typed));
  }

  function choose(chosen: readonly Choice[]): void {
    const selections = chosen.map(({ selection }) => selection);
    const value: ElementValue = { [key]: multiple ? selections : (selections[0] ?? null) };
    control.choose(value);
  }

  const most = 'max_selected_items' in element ? element.max_selected_items : undefined;
  const placeholder = element.placeholder?.text ?? (multiple ? 'Choose some' : 'Choose one');
  return (
    <Combobox
      placeholder={placeholder}
      chosen={selectedChoices(element.type, control.value[key], directory)}
      multiple={multiple}
      {...(most === undefined ? {} : { most })}
      pending={control.pending}
      find={find}
      leastTyped={
        element.type === 'external_select' || element.type === 'multi_external_select'
          ? (element.min_query_length ?? 3)
          : 0
      }
      onChoose={choose}
      naming={{
        ...described(placed, control),
        'aria-label': placed.labelledBy === undefined ? placeholder : undefined,
      }}
    />
  );
}
