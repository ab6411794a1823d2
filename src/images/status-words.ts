import { ImageStatus } from './image.ts';
import type { Profile } from './profile.ts';

/** An image status and, where the cloud's word for it is unknown, that word. */
export interface ReadStatus {
  readonly status: ImageStatus;
  readonly rawStatus?: string;
}

const stillMoving: ReadonlySet<string> = new Set(['uploading', 'importing']);

/**
 * The image status behind a cloud's own word. A word that means two things (`Creating`) is read as the earlier one.
 * Unknown words never fail: `saving` while work goes on, else `killed`, and the word is kept. SPEC 2.1, 2.5
 */
export function statusFromWord(
  { statusMap }: Pick<Profile, 'statusMap'>,
  word: string,
  jobRuns = false,
): ReadStatus {
  const known = ImageStatus.options.find((status) =>
    statusMap[status].some((each) => each.toLowerCase() === word.trim().toLowerCase()),
  );
  if (known) return { status: known };
  const moving = jobRuns || stillMoving.has(word.trim().toLowerCase());
  return { status: moving ? 'saving' : 'killed', rawStatus: word };
}

/** The word people of this cloud know for an image status, e.g. Normal or Available. SPEC 2.1 */
export function wordForStatus(
  { statusMap }: Pick<Profile, 'statusMap'>,
  status: ImageStatus,
): string {
  const words = statusMap[status];
  return words.find((word) => /^[A-Z]/.test(word)) ?? words[0] ?? status;
}
