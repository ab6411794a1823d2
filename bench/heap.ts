import { type Bot, echo, goldie, start } from './bots.ts';
import { load } from './load.ts';

/** Heap in use after a collection, bytes. */
export interface HeapUse {
  readonly before: number;
  readonly after: number;
}

export interface HeapOptions {
  readonly messages: number;
  readonly inFlight: number;
}

/** What both bots hold on to after so many messages. A first thousand warms them up. */
export async function measureHeap(
  options: HeapOptions,
): Promise<Readonly<Record<'goldie' | 'echo', HeapUse>>> {
  return { goldie: await heapOf(goldie, options), echo: await heapOf(echo, options) };
}

async function heapOf(bot: Bot, options: HeapOptions): Promise<HeapUse> {
  const running = await start(bot);
  try {
    await load(running, { ...options, messages: Math.min(1000, options.messages) });
    const before = (await running.usage(true)).heapBytes;
    await load(running, options);
    return { before, after: (await running.usage(true)).heapBytes };
  } finally {
    await running.close();
  }
}
