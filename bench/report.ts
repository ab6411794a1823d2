import type { Answers } from './answers.ts';
import type { DecisionFigures } from './decision.ts';
import type { Compared } from './figures.ts';
import type { HeapUse } from './heap.ts';
import type { ListFigures } from './lists.ts';
import type { SizeFigures } from './size.ts';
import type { StartUp } from './start-up.ts';
import type { Beside } from './timing.ts';
import type { UnderstandingFigures } from './understanding.ts';

/** What was measured; a part that was not asked for is missing. */
export interface Figures {
  readonly startUp?: StartUp;
  readonly answers?: Answers;
  /** The same, each question in words that were not said before. */
  readonly answersToNewWords?: Answers;
  readonly heap?: Readonly<Record<'goldie' | 'echo', HeapUse>>;
  readonly decision?: DecisionFigures;
  readonly lists?: ListFigures;
  readonly size?: SizeFigures;
  /** The reference is natural's Bayes classifier. */
  readonly understanding?: UnderstandingFigures;
}

/** The figures as tables for people. */
export function report(figures: Figures): string {
  return [besideEcho(figures), besideReferences(figures)]
    .filter((rows) => rows.length > 1)
    .map((rows) => `${rows.map(line).join('\n')}\n`)
    .join('\n');
}

function besideEcho({
  startUp,
  answers,
  answersToNewWords,
  heap,
}: Figures): readonly (readonly string[])[] {
  return [
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
    ...(answersToNewWords
      ? [
          row('answers to new words a second', answersToNewWords.messagesPerSecond),
          row('  CPU time of one, ms', answersToNewWords.cpuMs),
        ]
      : []),
    ...(heap
      ? [
          row('heap before, MB', megabytes(heap, 'before')),
          row('heap after the messages, MB', megabytes(heap, 'after')),
        ]
      : []),
  ];
}

function besideReferences({
  decision,
  lists,
  size,
  understanding,
}: Figures): readonly (readonly string[])[] {
  return [
    ['', 'goldie', 'reference', 'ratio', 'aim'],
    ...(decision ? [measured('share: one decision, µs', decision.share, '<= 50 µs')] : []),
    ...(lists
      ? [
          measured('list, first time, ms', lists.first, '<= 5 ms'),
          measured('list again, ms', lists.again, '<= 5 ms'),
          measured('search, ms', lists.search, '<= 5 ms'),
        ]
      : []),
    ...(size
      ? [
          measured('operation, ms', size.operation, 'ratio 1.2'),
          measured('operation, first time, ms', size.firstOperation),
          measured('first start, ms', size.firstStart, '<= 5000 ms'),
          measured('  CPU time of it, ms', size.firstCpu),
          measured('later start, ms', size.laterStart, '<= 5000 ms'),
          measured('  CPU time of it, ms', size.laterCpu),
          measured('heap after it, KB', kilobytes(size.heap)),
          ['heap per image, bytes', size.heapPerImage.toFixed(0), '', '', '<= 1024'],
        ]
      : []),
    ...(understanding
      ? [
          measured('understanding, p50 ms', understanding.p50),
          measured('understanding, p99 ms', understanding.p99, '<= 1 ms'),
          measured('loading what was learnt, ms', understanding.load, '<= 50 ms'),
          measured('what it holds, MB', understanding.memory, '<= 60 MB'),
        ]
      : []),
  ];
}

function measured(name: string, { goldie, reference, ratio }: Beside, aim = '') {
  return [name, goldie.toFixed(2), reference.toFixed(2), ratio.toFixed(2), aim];
}

function kilobytes({ goldie, reference, ratio }: Beside): Beside {
  return { goldie: goldie / 1024, reference: reference / 1024, ratio };
}

function row(name: string, { goldie, echo, ratio }: Compared, aim = ''): readonly string[] {
  return [name, goldie.toFixed(1), echo.toFixed(1), ratio.toFixed(2), aim];
}

function megabytes(heap: NonNullable<Figures['heap']>, when: keyof HeapUse): Compared {
  const [goldie, echo] = [heap.goldie[when], heap.echo[when]].map((bytes) => bytes / 2 ** 20);
  return { goldie: goldie ?? 0, echo: echo ?? 0, ratio: (goldie ?? 0) / (echo ?? 1) };
}

function line([name = '', ...cells]: readonly string[]): string {
  return `${name.padEnd(30)}${cells.map((cell) => cell.padStart(13)).join('')}`.trimEnd();
}
