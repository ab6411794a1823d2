import type { Finding } from '../images/finding.ts';
import type { JobId, ProjectId } from '../images/ids.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Choice, type Line, type Part, plain, type Reply } from '../wording/reply.ts';
import { pressBegin } from './buttons.ts';
import {
  findingLine,
  findingSays,
  noticeParts,
  refusalPart,
  refusalReply,
} from './findings-text.ts';
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

/** It is as asked already, wherever it is not refused. */
export function isSettled(verdict: Verdict): boolean {
  const { findings, refused } = verdict;
  const isAny = findings.some(({ settled }) => settled);
  return !refused && isAny && remaining(verdict).length === 0;
}

/** The projects for which something is to be done. */
function remaining({ subject: { targets = [] }, findings }: Verdict): readonly ProjectId[] {
  const others = findings.filter(({ severity, settled }) => severity === 'block' || settled);
  return targets.filter((project) => others.every(({ target }) => target !== project));
}

/** Things that are told one by one. */
const most = 10;

/** The replies of a task. Its sentences are under `tasks.<id>` in intents/wording. */
export function taskWords({ wording, cloud }: Tools, id: string) {
  const speaking = { wording, directory: cloud.directory };
  return { proposal, refusal, settled, result, forbidden, warnings, grave };

  /** What would be done, what follows from it, what will not work, and what to agree to. */
  function proposal(verdicts: readonly Verdict[], consequences: readonly Part[]): Reply {
    const titles = verdicts
      .filter((one) => !one.refused && !isSettled(one))
      .map((one) => sentence('title', one));
    const findings = verdicts
      .flatMap((one) => (isSettled(one) ? [] : one.findings))
      .filter((finding) => !finding.settled);
    return {
      text: cut(titles).map(plain).join(' '),
      parts: [
        { kind: 'paragraph', lines: cut(titles) },
        ...consequences,
        ...leftOut(verdicts),
        ...there(verdicts),
        ...noticeParts(speaking, findings),
      ],
      seenBy: 'everyone',
    };
  }

  function refusal(verdicts: readonly Verdict[]): Reply {
    const findings = verdicts.flatMap((one) => one.findings);
    return refusalReply(speaking, cut(verdicts.map((one) => sentence('refused', one))), findings);
  }

  /** Nothing is left to do: what is there already, and what will not work. */
  function settled(verdicts: readonly Verdict[]): Reply {
    const line = wording.say('plans.nothing-left');
    return {
      text: [...settledLines(verdicts), line].map(plain).join(' '),
      parts: [...there(verdicts), ...leftOut(verdicts), { kind: 'paragraph', lines: [line] }],
      seenBy: 'everyone',
    };
  }

  /** Who has already what was asked for. */
  function there(verdicts: readonly Verdict[]): readonly Part[] {
    const items = settledLines(verdicts);
    if (items.length === 0) return [];
    return [
      { kind: 'paragraph', lines: [wording.say('plans.settled')] },
      { kind: 'bullets', items },
    ];
  }

  function settledLines(verdicts: readonly Verdict[]): readonly Line[] {
    const found = verdicts.flatMap((one) => one.findings.filter((finding) => finding.settled));
    return cut(found.map((finding) => findingLine(speaking, finding)));
  }

  /** What is being done now, and what is not. `project`: whose jobs they are. */
  function result(endings: readonly Ending[], project: ProjectId): Reply {
    const done = endings.filter(
      (one) => !one.refused && (one.job !== undefined || !isSettled(one)),
    );
    if (done.length === 0)
      return endings.some(({ refused }) => !refused) ? settled(endings) : refusal(endings);
    const sentences = cut(done.map((one) => sentence('done', one)));
    const [only, ...others] = done.flatMap(({ job }) => job ?? []);
    return {
      text: [...sentences, ...refusalsOf(endings)].map(plain).join(' '),
      parts: [{ kind: 'paragraph', lines: sentences }, ...leftOut(endings)],
      seenBy: 'everyone',
      ...(only && others.length === 0 && { card: { project, job: only } }),
      choices: [
        ...done.slice(0, 5).flatMap(({ subject }) => subject.next ?? []),
        ...(others.length > 0 ? [jobsChoice()] : []),
      ],
    };
  }

  /** The refusal for somebody without the right, whatever it is about. */
  function forbidden(findings: readonly Finding[]): Reply {
    return refusalReply(speaking, [wording.say('access.forbidden')], findings);
  }

  /** What cannot be undone, and what would be hurt; empty when there is no such thing. */
  function grave(verdicts: readonly Verdict[]): string {
    const found = verdicts
      .filter((one) => !one.refused)
      .flatMap((one) => one.findings.filter((finding) => finding.grave));
    return [...new Set(found.map((finding) => plain(findingSays(speaking, finding))))].join(' ');
  }

  /** What is to be kept in mind while it is done. */
  function warnings(findings: readonly Finding[]): readonly Part[] {
    return noticeParts(
      speaking,
      findings.filter(({ severity }) => severity === 'warn'),
    );
  }

  /** What will not work, thing by thing, and why. */
  function leftOut(verdicts: readonly Verdict[]): readonly Part[] {
    const findings = verdicts.flatMap((one) => one.findings);
    if (!findings.some(({ severity }) => severity === 'block')) return [];
    const heading: Part = { kind: 'paragraph', lines: [wording.say('plans.left-out')] };
    const [, ...references] = refusalPart(speaking, findings);
    const others = verdicts.filter(({ refused }) => !refused).flatMap((one) => one.findings);
    const [ofOthers] = refusalPart(speaking, others);
    const rest = ofOthers?.kind === 'bullets' ? ofOthers.items : [];
    const items = cut([...refusalsOf(verdicts), ...rest]);
    return [heading, { kind: 'bullets', items }, ...references];
  }

  /** Each thing that is refused altogether, with its reasons. */
  function refusalsOf(verdicts: readonly Verdict[]): readonly Line[] {
    return verdicts
      .filter(({ refused }) => refused)
      .map((one) => {
        const reasons = one.findings
          .filter(({ severity }) => severity === 'block')
          .flatMap((finding): Line => [{ text: ' ' }, ...findingLine(speaking, finding)]);
        return [...sentence('refused', one), ...reasons];
      });
  }

  /** As many lines as people read, and how many more there are. */
  function cut(lines: readonly Line[]): readonly Line[] {
    if (lines.length <= most) return lines;
    const count = lines.length - most + 1;
    return [...lines.slice(0, most - 1), wording.say('plans.more', { count })];
  }

  function jobsChoice(): Choice {
    return { label: plain(wording.say('help.job.list.button')), value: pressBegin('job.list') };
  }

  function sentence(part: string, verdict: Verdict): Line {
    const { subject, findings, refused: all } = verdict;
    const { facts, targets, variant } = subject;
    const key = keyOf(part, variant);
    if (!targets) return wording.say(key, facts);
    const blocked = new Set(
      findings.flatMap(({ severity, target }) => (severity === 'block' && target) || []),
    );
    const meant = all ? targets : targets.filter((target) => !blocked.has(target));
    const toDo = all ? [] : remaining(verdict);
    const projects = listing(
      (toDo.length > 0 ? toDo : meant).map((target) => projectName(cloud.directory, target)),
    );
    return wording.say(key, { ...facts, projects });
  }

  function keyOf(part: string, variant: string | undefined): string {
    const special = `tasks.${id}.${part}-${variant}`;
    return wording.has(special) ? special : `tasks.${id}.${part}`;
  }
}
