import type { Rule } from '../rule.ts';
import { note } from './note.ts';
import type { UseCase } from './readable.ts';

/** What people should know when they use an image for a server or disk. SPEC 3.11 */
export const useNotes: readonly Rule<UseCase<{ readonly image: string }>>[] = [
  note('R-USE-11', 'umn/encrypting_images/overview', ({ image }) =>
    image?.encryption ? { keyId: image.encryption.keyId } : false,
  ),
  note('R-USE-13', 'S1', ({ found }) => found?.relation === 'member'),
];
