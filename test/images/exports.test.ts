import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { type ExportImage, exportImage } from '../../src/images/operations/export-image.ts';
import { aBucket, aFile, anImage, aUnit, aWorld, carriedOut, imageId, p1 } from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const id = imageId(1);
const order: ExportImage = { image: id, bucket: 'out', file: 'web', fast: false };
const world = (image: Parameters<typeof anImage>[0] = {}) =>
  aWorld({
    own: aUnit({ images: [anImage(image)], buckets: [aBucket({ name: 'out', objects: [] })] }),
  });
const exported = (image = {}, request: Partial<ExportImage> = {}) =>
  carriedOut(exportImage, world(image), { ...order, ...request });

describe('exporting an image', () => {
  it('keeps the image busy, so that it is neither deleted nor exported a second time', () => {
    const own = exported();

    expect(own.images[0]?.busy).toEqual(['export']);
    expect(decide(deleteImage, aWorld({ own }), { image: id }).refused).toBe(true);
    expect(decide(exportImage, aWorld({ own }), { ...order, file: 'b' }).refused).toBe(true);
  });

  it.each([
    ['the first format', {}, 'web.qcow2', 'qcow2'],
    ['the format asked for', { format: 'vmdk' }, 'web.vmdk', 'vmdk'],
    ["the cloud's own format, when it is fast", { fast: true }, 'web.zvhd2', 'zvhd2'],
    ['the ending it was given', { file: 'web.img' }, 'web.img', 'qcow2'],
    ['an ending beside a version', { file: 'web-1.2' }, 'web-1.2.qcow2', 'qcow2'],
  ])('writes one file with %s', (_what, request, key, format) => {
    const begun = exported({ fileSize: 1234 }, request);
    const after = unitOf(runJobs(units(begun), { times: 3 }), p1);

    expect(after.buckets[0]?.objects).toMatchObject([
      { key, format, sizeBytes: 1234, virtualSizeGb: 40 },
    ]);
    expect(after.images[0]?.busy).toEqual([]);
    expect(after.jobs).toMatchObject([{ status: 'SUCCESS' }]);
  });

  it('that breaks down writes nothing and frees the image', () => {
    const after = unitOf(runJobs(units(exported()), { breakAt: 'write-file' }), p1);

    expect(after.images[0]?.busy).toEqual([]);
    expect(after.buckets[0]?.objects).toEqual([]);
    expect(after.jobs).toMatchObject([{ status: 'FAIL' }]);
  });

  it('does not overwrite a file that came meanwhile', () => {
    const begun = exported();
    const theirs = aFile({ key: 'web.qcow2', sizeBytes: 7 });
    const late = { ...begun, buckets: [aBucket({ name: 'out', objects: [theirs] })] };
    const after = unitOf(runJobs(units(late)), p1);

    expect(after.buckets[0]?.objects).toEqual([theirs]);
    expect(after.jobs).toMatchObject([{ status: 'FAIL', error: { code: 'IMG.0070' } }]);
  });

  it.each([
    ['128 GB', { minDisk: 128 }, {}],
    ['1023 GB when it is fast', { minDisk: 1023 }, { fast: true }],
    ['Ubuntu', { origin: { kind: 'server', publicOsVendor: 'ubuntu' } }, {}],
  ] as const)('works with %s', (_what, image, request) => {
    expect(decide(exportImage, world(image), { ...order, ...request }).refused).toBe(false);
  });
});
