import type { AuditLine } from '../images/unit.ts';

/** Audit lines that belong to no project's unit: attempts by people who may not act at all. Append only, durable. */
export interface AuditJournal {
  append(line: AuditLine): Promise<void>;
  read(): Promise<readonly AuditLine[]>;
}
