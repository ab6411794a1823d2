import { readArguments } from '../api/read-arguments.ts';
import { attachFile, uploadFile } from '../person/upload.ts';
import type { Team } from '../team/team.ts';
import { json, type Reply, sentence } from './reply.ts';

/** Takes the bytes of an announced file, raw or as the first part of a form. */
export async function upload(
  team: Team,
  path: string,
  contentType: string,
  body: Buffer,
): Promise<Reply> {
  const bytes = contentType.includes('multipart/form-data')
    ? await firstPart(contentType, body)
    : body;
  if (!bytes) return sentence('The upload has no file in it.', 400);
  const file = team.files.receive(path.split('/').at(-1) ?? '', bytes);
  return file
    ? sentence(`OK - ${bytes.length}`)
    : sentence('This upload address is not valid any more.', 404);
}

async function firstPart(contentType: string, body: Buffer): Promise<Buffer | undefined> {
  const parts = await readArguments(contentType, body);
  const [part] = Object.values(parts ?? {});
  if (typeof part === 'string') return Buffer.from(part);
  return part instanceof Blob ? Buffer.from(await part.arrayBuffer()) : undefined;
}

/**
 * `POST /page/upload?as&name` with the bytes as the body. With `channel`, and `threadTs` where it belongs to a thread, the
 * file is shared there; without, it waits for the form it was chosen in.
 */
export function personsUpload(team: Team, query: URLSearchParams, content: Buffer): Reply {
  const file = { as: query.get('as') ?? '', name: query.get('name') ?? '', content };
  const channel = query.get('channel');
  if (channel === null) return json(attachFile(team, file));
  const threadTs = query.get('threadTs') ?? undefined;
  return json(uploadFile(team, { ...file, channel, threadTs }));
}

export function download(team: Team, path: string): Reply {
  const file = team.files.get(path.split('/')[2] ?? '');
  if (!file?.content) return sentence('This file is not there any more.', 404);
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
    body: file.content,
  };
}
