/** State on disk that cannot be trusted. The message names the place and everything wrong with it. */
export class StateFault extends Error {
  override readonly name = 'StateFault';
  readonly path: string;
  readonly faults: readonly string[];

  constructor(path: string, faults: readonly string[]) {
    super(`${path} was left as it is:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.path = path;
    this.faults = faults;
  }
}
