import { z } from 'zod';
import { ImageStatus, ImageType } from './image.ts';
import { MemberStatus } from './member.ts';

const instant = z.iso.datetime();

/** What a list of images can be asked for. Anything else is a bad query parameter. R-LIST-01 to 03 */
export const ImageQuery = z
  .strictObject({
    /** private: own images; shared: received ones; public: the cloud's. Default: private and accepted shared ones. */
    visibility: z.enum(['private', 'shared', 'public']).optional(),
    /** Share status of received images; needs visibility shared. R-LIST-04 */
    memberStatus: MemberStatus.optional(),
    /** The exact name. */
    name: z.string().optional(),
    /** A part of the name, in any case. */
    nameLike: z.string().optional(),
    status: ImageStatus.optional(),
    type: ImageType.optional(),
    osType: z.enum(['Linux', 'Windows', 'Other']).optional(),
    protected: z.boolean().optional(),
    encrypted: z.boolean().optional(),
    /** Only images that are shared with others (true) or with nobody (false). */
    sharedOut: z.boolean().optional(),
    tag: z.strictObject({ key: z.string(), value: z.string().optional() }).optional(),
    createdAfter: instant.optional(),
    createdBefore: instant.optional(),
    sort: z.enum(['created_at', 'name', 'size', 'status', 'id']).default('created_at'),
    direction: z.enum(['asc', 'desc']).default('desc'),
    limit: z.int().positive().optional(),
    /** ID of the last image of the page before. */
    marker: z.string().optional(),
  })
  .refine(({ memberStatus, visibility }) => !memberStatus || visibility === 'shared', {
    path: ['memberStatus'],
    message: 'the share status can only be asked for received images',
  })
  .readonly();
export type ImageQuery = z.input<typeof ImageQuery>;
export type ParsedImageQuery = z.output<typeof ImageQuery>;
