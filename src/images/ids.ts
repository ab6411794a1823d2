import { z } from 'zod';

/** A project (tenant): 32 lower-case hexadecimal characters. R-ID-02 */
export const ProjectId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'a project ID is 32 lower-case hexadecimal characters')
  .brand<'ProjectId'>();
export type ProjectId = z.infer<typeof ProjectId>;

/** An image: a UUID, or `img-…` where the cloud's profile says so. SPEC 1.1, R-ID-01 */
export const ImageId = z.string().min(1).brand<'ImageId'>();
export type ImageId = z.infer<typeof ImageId>;

export const ServerId = z.string().min(1).brand<'ServerId'>();
export type ServerId = z.infer<typeof ServerId>;

export const JobId = z.string().min(1).brand<'JobId'>();
export type JobId = z.infer<typeof JobId>;

/** UTC, ISO 8601, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;
