import type { FileCard } from '../page-api.ts';
import type { Team } from './team.ts';

/** A file as the Web API, the events and the forms show it. */
export function slackFile(team: Team, file: FileCard): Readonly<Record<string, unknown>> {
  const url = `${team.origin()}${file.url}`;
  return {
    id: file.id,
    name: file.name,
    title: file.name,
    filetype: endingOf(file.name),
    size: file.bytes,
    url_private: url,
    url_private_download: url,
  };
}

/** What follows the last dot of a file's name, in small letters; empty when there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
