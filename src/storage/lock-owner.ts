import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const LockOwner = z.strictObject({ pid: z.int(), host: z.string(), life: z.string() });

/** Who holds a state folder. `life` tells this process from an earlier one that had the same number. */
export type LockOwner = z.infer<typeof LockOwner>;

const life = randomUUID();

export function thisProcess(): LockOwner {
  return { pid: process.pid, host: hostname(), life };
}

/** An owner as it was written down, or undefined when the text says nothing of use. */
export function lockOwnerFrom(text: string): LockOwner | undefined {
  try {
    return LockOwner.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** True when the owner is known to be dead. Of an owner on another machine nothing is known. */
export function isGone(owner: LockOwner): boolean {
  if (owner.host !== hostname() || owner.life === life) return false;
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return isDefunct(owner.pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** A killed process keeps its number until its parent has looked; in a container that can take for ever. */
function isDefunct(pid: number): boolean {
  try {
    const [state] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return state === 'Z' || state === 'X';
  } catch {
    return false;
  }
}
