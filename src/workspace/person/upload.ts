import type { FileCard } from '../page-api.ts';
import type { StoredMessage } from '../team/message.ts';
import { post } from '../team/posting.ts';
import type { Team } from '../team/team.ts';
import { failed, type Outcome } from './outcome.ts';

export interface PersonsUpload {
  readonly as: string;
  readonly channel: string;
  readonly name: string;
  readonly content: Buffer;
  readonly threadTs?: string | undefined;
}

type Attached =
  | { readonly ok: true; readonly file: FileCard }
  | { readonly ok: false; readonly error: string };

/** Takes a file for a form; nobody sees it before the form is sent. The outcome carries its card. */
export function attachFile(
  team: Team,
  { as, name, content }: Pick<PersonsUpload, 'as' | 'name' | 'content'>,
): Attached {
  if (!team.people.human(as)) return failed(`There is nobody with the id ${as}.`);
  if (name.trim() === '' || name.length > 255) return failed('Give the file a name.');
  if (content.length === 0) return failed(`${name} is empty.`);
  const file = team.files.add(name, content);
  if (!file) return failed('The workspace has no room for more files.');
  return { ok: true, file: team.files.card(file) };
}

/** Shares a file of a person's own; the app sees a message of subtype `file_share`. */
export function uploadFile(team: Team, upload: PersonsUpload): Outcome {
  const { as, channel, threadTs } = upload;
  if (!team.channels.get(channel)?.members.has(as)) return failed('You are not in this channel.');
  const first = threadTs === undefined ? undefined : team.messages.get(channel, threadTs);
  if (threadTs !== undefined && !first) return failed('This thread does not exist any more.');
  const attached = attachFile(team, upload);
  if (!attached.ok) return attached;
  const message: StoredMessage = post(team, {
    channel,
    user: as,
    text: '',
    blocks: [],
    threadTs: first?.threadTs ?? threadTs,
    files: [attached.file],
  });
  return { ok: true, ts: message.ts };
}
