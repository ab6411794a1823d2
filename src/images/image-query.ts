import { z } from 'zod';
import { ImageStatus, ImageType } from './image.ts';
import { MemberStatus } from './member.ts';

const instant = z.iso.datetime();

/** A span of moments; `neq` leaves out one moment, or one whole day. R-LIST-01 */
const times = z
  .strictObject({
    gt: instant.optional(),
    gte: instant.optional(),
    lt: instant.optional(),
    lte: instant.optional(),
    eq: instant.optional(),
    neq: z.union([instant, z.iso.date()]).optional(),
  })
  .readonly();
export type Times = z.output<typeof times>;

/** A span of sizes. */
const sizes = z
  .strictObject({
    gt: z.number().optional(),
    gte: z.number().optional(),
    lt: z.number().optional(),
    lte: z.number().optional(),
    eq: z.number().optional(),
  })
  .readonly();
export type Sizes = z.output<typeof sizes>;

/** Orders of a list. R-LIST-03 */
export const SortKey = z.enum([
  'created_at',
  'name',
  'size',
  'status',
  'id',
  'disk_format',
  'container_format',
]);
export type SortKey = z.infer<typeof SortKey>;

/** What a list of images can be asked for. Anything else is a bad query parameter. R-LIST-01 to 03 */
export const ImageQuery = z
  .strictObject({
    /**
     * private: own images; shared: received ones; public: the cloud's; all: these three together. Default: private and
     * accepted shared ones.
     */
    visibility: z.enum(['private', 'shared', 'public', 'all']).optional(),
    /** Share status of received images; needs visibility shared. R-LIST-04 */
    memberStatus: MemberStatus.optional(),
    id: z.string().optional(),
    /** The exact name. */
    name: z.string().optional(),
    /** A part of the name, in any case. */
    nameLike: z.string().optional(),
    /** Words that name, system, description or tags hold, all of them, in any case. */
    words: z.array(z.string()).readonly().optional(),
    /** ID of the project that owns the image. */
    owner: z.string().optional(),
    status: ImageStatus.optional(),
    type: ImageType.optional(),
    /** Made for servers of the cloud, or for bare metal. */
    target: z.enum(['ecs', 'bms']).optional(),
    osType: z.enum(['Linux', 'Windows', 'Other']).optional(),
    osBit: z.enum(['32', '64']).optional(),
    /** A part of the name of the system, in any case. */
    platform: z.string().optional(),
    architecture: z.enum(['x86', 'arm']).optional(),
    diskFormat: z.string().optional(),
    keyId: z.string().optional(),
    enterpriseProjectId: z.string().optional(),
    protected: z.boolean().optional(),
    encrypted: z.boolean().optional(),
    /** Only images that are shared with others (true) or with nobody (false). */
    sharedOut: z.boolean().optional(),
    /** Tags that an image has all of. R-TAGQ-05 */
    tags: z
      .array(z.strictObject({ key: z.string(), value: z.string().optional() }).readonly())
      .readonly()
      .optional(),
    /** In GB. */
    minDisk: sizes.optional(),
    /** In MB. */
    minRam: sizes.optional(),
    createdAt: times.optional(),
    updatedAt: times.optional(),
    sort: SortKey.default('created_at'),
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
