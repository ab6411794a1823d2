/** What a message says: the arguments that all the chat methods share, and Slack's limits on them. */
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { blockProblems } from '../blocks/block-problems.ts';
import { charactersIn } from '../blocks/characters.ts';
import { namedBlocks } from '../blocks/named-blocks.ts';
import type { Team } from '../team/team.ts';
import { withLinkedNames } from '../text/linked-names.ts';
import { storedText } from '../text/written-text.ts';
import { type ApiRefusal, flag, jsonValue, refuse, refuseWith } from './method.ts';

export const contentArgs = {
  text: z.string().optional(),
  markdown_text: z.string().optional(),
  blocks: jsonValue.optional(),
  attachments: jsonValue.optional(),
  parse: z.enum(['none', 'full', 'client']).optional(),
  link_names: flag.optional(),
};

export interface ContentArgs {
  readonly text?: string | undefined;
  readonly markdown_text?: string | undefined;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
  readonly parse?: 'none' | 'full' | 'client' | undefined;
  readonly link_names?: boolean | undefined;
}

export interface Content {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly attachments?: readonly unknown[] | undefined;
}

/** Source: Slack, "chat.postMessage" and its changelog: text beyond this is cut. */
const mostText = 40_000;
/** Measured by users of Slack: all blocks of a message together. */
const mostBlockText = 13_000;
const mostAttachments = 100;

/** Reads what a message shall say, or says why Slack would not take it. */
export function readContent(
  team: Team,
  args: ContentArgs,
): { readonly ok: true; readonly content: Content } | ApiRefusal {
  const { attachments } = args;
  if (attachments !== undefined && !Array.isArray(attachments))
    return refuse('invalid_attachments');
  if (attachments && attachments.length > mostAttachments) return refuse('too_many_attachments');
  const raw = blocksIn(args);
  if (raw === 'markdown_text_conflict') return refuse(raw);
  if (!Array.isArray(raw)) return refuse('invalid_blocks_format');
  const named = namedBlocks('message', raw, team.ids);
  if (!named) return refuseWith('invalid_blocks', blockProblems('message', raw));
  if (charactersIn(named) > mostBlockText) return refuse('msg_blocks_too_long');
  const text = textIn(team, args);
  if (text.trim() === '' && named.length === 0 && !attachments?.length) return refuse('no_text');
  return { ok: true, content: { text, blocks: named, attachments } };
}

function blocksIn({ blocks, markdown_text, text }: ContentArgs): unknown {
  if (markdown_text === undefined) return blocks === undefined || blocks === '' ? [] : blocks;
  if (blocks !== undefined || text !== undefined) return 'markdown_text_conflict';
  return [{ type: 'markdown', text: markdown_text }];
}

function textIn(team: Team, { text = '', markdown_text = '', parse, link_names }: ContentArgs) {
  const stored = storedText((text || markdown_text).slice(0, mostText));
  const looksForNames = link_names === true || parse === 'full' || parse === 'client';
  return looksForNames ? withLinkedNames(stored, team.directory) : stored;
}
