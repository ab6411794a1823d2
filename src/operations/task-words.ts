import type { Finding } from '../images/finding.ts';
import type { JobId, ProjectId } from '../images/ids.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Choice, type Line, type Part, plain, type Reply } from '../wording/reply.ts';
import { noticeParts, refusalPart, refusalReply } from './findings-text.ts';
import { projectName } from './query.ts';
import { listing } from './spoken.ts';
import type { Tools } from './tools.ts';

/** What the sentences about one thing need. */
export interface Subject {
  readonly facts: Facts;
  /** Projects that are judged one by one: those that were not refused become the fact `projects`. */
  readonly targets?: readonly ProjectId[];
  /** Other words than the usual ones, where there are some: `tasks.<id>.title-<variant>`, `done-`, `confirm-`. */
  readonly variant?: string | undefined;
  /** Cannot be undone, or hurts what depends on it. */
  readonly grave?: boolean;
  /** What can be done next once it is done. */
  readonly next?: readonly Choice[];
}

/** One thing that was asked for, and what the rules said about it. */
export interface Verdict {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
  readonly refused: boolean;
}

/** A thing that was carried out or refused in the end. */
export interface Ending extends Verdict {
  readonly job: JobId | undefined;
}

/** The replies of a task. Its sentences are under `tasks.<id>` in intents/wording. */
export function taskWords({ wording, cloud }: Tools, id: string) {
  const speaking = { wording, directory: cloud.directory };
  return { proposal, refusal, result, forbidden, warnings };

  /** What would be done, what follows from it, what will not work, and what to agree to. */
  function proposal(verdicts: readonly Verdict[], consequences: readonly Part[]): Reply {
    const titles = verdicts.filter(({ refused }) => !refused).map((one) => sentence('title', one));
    const findings = verdicts.flatMap((one) => one.findings);
    return {
      text: titles.map(plain).join(' '),
      parts: [
        { kind: 'paragraph', lines: titles },
        ...consequences,
        ...leftOut(findings),
        ...noticeParts(speaking, findings),
      ],
      seenBy: 'everyone',
    };
  }

  function refusal(verdicts: readonly Verdict[]): Reply {
    const findings = verdicts.flatMap((one) => one.findings);
    return refusalReply(
      speaking,
      verdicts.map((one) => sentence('refused', one)),
      findings,
    );
  }

  /** What is being done now, and what is not. `project`: whose jobs they are. */
  function result(endings: readonly Ending[], project: ProjectId): Reply {
    const done = endings.filter((one) => !one.refused);
    if (done.length === 0) return refusal(endings);
    const sentences = done.map((one) => sentence('done', one));
    const refusals = endings.filter((one) => one.refused).map((one) => sentence('refused', one));
    const [only, ...others] = done.flatMap(({ job }) => job ?? []);
    return {
      text: [...sentences, ...refusals].map(plain).join(' '),
      parts: [
        { kind: 'paragraph', lines: [...sentences, ...refusals] },
        ...leftOut(endings.flatMap(({ findings }) => findings)),
      ],
      choices: done.flatMap(({ subject }) => subject.next ?? []),
      seenBy: 'everyone',
      ...(only && others.length === 0 && { card: { project, job: only } }),
    };
  }

  /** The refusal for somebody without the right, whatever it is about. */
  function forbidden(findings: readonly Finding[]): Reply {
    return refusalReply(speaking, [wording.say('access.forbidden')], findings);
  }

  /** What is to be kept in mind while it is done. */
  function warnings(findings: readonly Finding[]): readonly Part[] {
    return noticeParts(
      speaking,
      findings.filter(({ severity }) => severity === 'warn'),
    );
  }

  function leftOut(findings: readonly Finding[]): readonly Part[] {
    if (!findings.some(({ severity }) => severity === 'block')) return [];
    return [
      { kind: 'paragraph', lines: [wording.say('plans.left-out')] },
      ...refusalPart(speaking, findings),
    ];
  }

  function sentence(part: string, { subject, findings, refused: all }: Verdict): Line {
    const { facts, targets, variant } = subject;
    const key = keyOf(part, variant);
    if (!targets) return wording.say(key, facts);
    const blocked = new Set(
      findings.flatMap(({ severity, target }) => (severity === 'block' && target) || []),
    );
    const meant = all ? targets : targets.filter((target) => !blocked.has(target));
    const projects = listing(meant.map((target) => projectName(cloud.directory, target)));
    return wording.say(key, { ...facts, projects });
  }

  function keyOf(part: string, variant: string | undefined): string {
    const special = `tasks.${id}.${part}-${variant}`;
    return wording.has(special) ? special : `tasks.${id}.${part}`;
  }
}
