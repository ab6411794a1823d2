/** Something wrong in a file that people write. */
export interface Fault {
  /** Path of the file. */
  readonly file: string;
  /** Where in it, e.g. `images[2] (web-golden) minDisk`. Empty: the file as a whole. */
  readonly at: string;
  readonly message: string;
}

/** Files that describe no tenancy. The message lists every fault of every file. */
export class TenancyFault extends Error {
  override readonly name = 'TenancyFault';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`The tenancy cannot be loaded:\n${inWords(faults)}`);
    this.faults = faults;
  }
}

function inWords(faults: readonly Fault[]): string {
  const files = [...new Set(faults.map(({ file }) => file))];
  return files
    .map((file) => {
      const lines = faults
        .filter((fault) => fault.file === file)
        .map(({ at, message }) => `  ${at ? `${at}: ` : ''}${message}`);
      return [file, ...lines].join('\n');
    })
    .join('\n');
}
