import type { Answers } from './answers.ts';
import type { Compared } from './figures.ts';
import type { HeapUse } from './heap.ts';
import type { StartUp } from './start-up.ts';

/** What was measured; a part that was not asked for is missing. */
export interface Figures {
  readonly startUp?: StartUp;
  readonly answers?: Answers;
  readonly heap?: Readonly<Record<'goldie' | 'echo', HeapUse>>;
}

/** The figures as a table for people. */
export function report({ startUp, answers, heap }: Figures): string {
  const rows = [
    ['', 'goldie', 'echo app', 'ratio', 'aim'],
    ...(startUp
      ? [
          row('start to connected, ms', startUp.ms, '<= 1.5'),
          row('  CPU time of it, ms', startUp.cpuMs),
        ]
      : []),
    ...(answers
      ? [
          row('FAQ answers a second', answers.messagesPerSecond, '>= 0.8'),
          row('  CPU time of one, ms', answers.cpuMs),
          row('envelope to reply, p50 ms', answers.p50),
          row('envelope to reply, p99 ms', answers.p99),
        ]
      : []),
    ...(heap
      ? [
          row('heap before, MB', megabytes(heap, 'before')),
          row('heap after the messages, MB', megabytes(heap, 'after')),
        ]
      : []),
  ];
  return `${rows.map(line).join('\n')}\n`;
}

function row(name: string, { goldie, echo, ratio }: Compared, aim = ''): readonly string[] {
  return [name, goldie.toFixed(1), echo.toFixed(1), ratio.toFixed(2), aim];
}

function megabytes(heap: NonNullable<Figures['heap']>, when: keyof HeapUse): Compared {
  const [goldie, echo] = [heap.goldie[when], heap.echo[when]].map((bytes) => bytes / 2 ** 20);
  return { goldie: goldie ?? 0, echo: echo ?? 0, ratio: (goldie ?? 0) / (echo ?? 1) };
}

function line([name = '', ...cells]: readonly string[]): string {
  return `${name.padEnd(30)}${cells.map((cell) => cell.padStart(10)).join('')}`.trimEnd();
}
