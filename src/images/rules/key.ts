import type { Asked } from '../asked.ts';
import type { Rule } from '../rule.ts';

/** A key of the key management service that something is to be encrypted with, named by its ID. */
export interface WithKey {
  readonly keyId?: string;
}

type Given = Asked<WithKey>;

/** Rules about the key that is asked for; they say nothing where none is. SPEC 3.20 */
export const keyRules: readonly Rule<Given>[] = [
  {
    id: 'R-ENC-04',
    step: 'resources',
    source: 'api/error_codes',
    check: ({ world: { own }, request: { keyId } }) =>
      keyId !== undefined && own.keys.length === 0
        ? { severity: 'block', code: 'IMG.0100' }
        : undefined,
  },
  {
    id: 'R-ENC-03',
    step: 'resources',
    source: 'api/error_codes; umn/encrypting_images/overview',
    check: ({ world: { own, others }, request: { keyId } }) => {
      const foreign = [...others.values()].flatMap(({ keys }) => keys);
      const key = foreign.find(({ id }) => id === keyId);
      if (!key || own.keys.some(({ id }) => id === keyId)) return undefined;
      const granted = key.grants.some(({ project }) => project === own.project);
      return granted
        ? undefined
        : { severity: 'block', code: 'IMG.0099', facts: { key: key.alias } };
    },
  },
  {
    id: 'R-ENC-01',
    step: 'resources',
    source: 'api/error_codes',
    check: ({ world: { own, others }, request: { keyId } }) => {
      if (keyId === undefined || own.keys.length === 0) return undefined;
      const known = [own, ...others.values()].some(({ keys }) =>
        keys.some(({ id }) => id === keyId),
      );
      return known ? undefined : { severity: 'block', code: 'IMG.0095', facts: { key: keyId } };
    },
  },
  {
    id: 'R-ENC-02',
    step: 'resources',
    source: 'api/error_codes',
    check: ({ world: { own }, request: { keyId } }) => {
      const key = own.keys.find(({ id }) => id === keyId);
      return key && key.state !== 'enabled'
        ? { severity: 'block', code: 'IMG.0097', facts: { key: key.alias, state: key.state } }
        : undefined;
    },
  },
];
