import { BucketObject } from '../source.ts';
import { done, failed, type StepWork } from './step.ts';

/** The image is a file in the bucket. R-EXP-09: a file that somebody else put there meanwhile is not overwritten. */
export const writeFile: StepWork = {
  own: (unit, job, { facts }) => {
    const bucket = unit.buckets.find(({ name }) => name === facts.bucket);
    if (!bucket?.accessible) return failed('IMG.0069', 'the bucket cannot be reached any more');
    const { file, sizeBytes, format, sizeGb } = facts;
    const written = BucketObject.safeParse({
      key: file,
      sizeBytes,
      format,
      virtualSizeGb: sizeGb,
      writtenBy: job.id,
    });
    if (!written.success) return failed('IMSX.0050', 'the file to write is incomplete');
    const there = bucket.objects.find(({ key }) => key === written.data.key);
    if (there?.writtenBy === job.id) return done(unit);
    if (there) return failed('IMG.0070', `the bucket has a file called ${there.key} already`);
    const filled = { ...bucket, objects: [...bucket.objects, written.data] };
    return done({
      ...unit,
      buckets: unit.buckets.map((each) => (each === bucket ? filled : each)),
    });
  },
};
