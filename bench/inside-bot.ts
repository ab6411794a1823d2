/**
 * Loaded into a bot before it starts: answers every message over IPC with the CPU time used so far, in ms, and with the
 * bytes of heap in use. The heap is collected first when the message says so.
 */
process.on('message', (collect) => {
  if (collect === true) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, heapBytes: process.memoryUsage().heapUsed });
});
// Being measured is no reason to stay alive.
process.channel?.unref();
// Nobody is left who would end it.
process.on('disconnect', () => process.exit());
