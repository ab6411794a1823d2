import type { CloudProfileFigures } from '../../src/answers/answer.ts';

/** Profiles with all figures that answers speak of; numbers that occur nowhere else make a mix-up visible. */
export function cloudProfiles(): Readonly<Record<string, CloudProfileFigures>> {
  const huawei = {
    quota: { images: 101, receivedShares: null },
    server: { bulkWarn: 103 },
    share: { maxMembers: { system: 128, data: 128, 'full-ecs': 10 }, perRequest: 107 },
    copy: { maxGb: 1280 },
  };
  return {
    huawei,
    otc: {
      ...huawei,
      quota: { images: 101, imagesAlternative: 51, receivedShares: null },
      share: { ...huawei.share, maxMembers: { system: 256, data: 256, 'full-ecs': 10 } },
    },
    jdcloud: {
      ...huawei,
      quota: { images: 5, receivedShares: 6 },
      share: {
        ...huawei.share,
        maxMembers: { system: 20, data: 20, 'full-ecs': 20 },
        maxMembersOlderPage: 7,
      },
    },
  };
}
