import type { Rule } from '../rule.ts';
import { note } from './note.ts';
import { ownImage } from './ownership.ts';
import type { ShareCase } from './share-with.ts';

const mine = (given: ShareCase) => ownImage(given) !== undefined;

/** What people should know when they share. SPEC 3.14 */
export const shareNotes: readonly Rule<ShareCase>[] = [
  note('R-SHARE-14', 'S1; umn/faqs sharing', (given) =>
    mine(given) ? { region: given.world.own.region } : false,
  ),
  note('R-SHARE-16', 'S1', (given) => mine(given) && !given.world.profile.share.autoAccept),
  note('R-SHARE-17', 'umn/faqs sharing vs replicating', mine),
  note('R-SHARE-25', 'hwweb/api-ims; umn/restrictions_on_image_sharing; [D]', mine),
  note('R-USE-12', 'S1', mine),
  note('R-QUOTA-02', 'S1', mine),
];
