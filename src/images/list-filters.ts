import { type Filter, isSame, type Operator, oneOf, span, switched, text, time } from './filter.ts';
import type { Finding } from './finding.ts';
import { ImageStatus } from './image.ts';
import { type ImageQuery, SortKey } from './image-query.ts';
import { badQuery } from './list-images.ts';
import { MemberStatus } from './member.ts';
import { tagFrom } from './tag.ts';
import type { Directory } from './world.ts';

/** What a list can be asked for in writing, R-LIST-01 to R-LIST-03, R-LIST-07. */
const filters: readonly Filter[] = [
  oneOf(['type', 'imagetype', 'image_type'], {
    system: { type: 'system' },
    data: { type: 'data' },
    'full-ecs': { type: 'full-ecs' },
    iso: { type: 'iso' },
  }),
  oneOf(['show', 'visibility', 'source'], {
    private: { visibility: 'private' },
    shared: { visibility: 'shared' },
    public: { visibility: 'public' },
    all: { visibility: 'all' },
  }),
  {
    names: ['share', 'member_status'],
    examples: MemberStatus.options.map((status) => `share=${status}`),
    // only received images have one, so these are meant unless others were asked for
    read: ({ operator, value }, { visibility = 'shared' }) => {
      const memberStatus = MemberStatus.safeParse(value).data;
      return operator === '=' && memberStatus ? { memberStatus, visibility } : undefined;
    },
  },
  oneOf(
    ['status'],
    Object.fromEntries(ImageStatus.options.map((status) => [status, { status }] as const)),
  ),
  {
    names: ['os', 'platform', 'os_type', '__os_type', '__platform', 'os_version', '__os_version'],
    examples: ['os=linux', 'os=windows', 'os=ubuntu', 'os="CentOS 7.9"'],
    read: text((value) => {
      const kind = (['Linux', 'Windows', 'Other'] as const).find((one) => isSame(one, value));
      return kind ? { osType: kind } : { platform: value };
    }),
  },
  oneOf(['bits', 'os_bit', '__os_bit'], { 32: { osBit: '32' }, 64: { osBit: '64' } }),
  oneOf(['arch', 'architecture'], { x86: { architecture: 'x86' }, arm: { architecture: 'arm' } }),
  oneOf(['target', 'virtual_env_type'], { ecs: { target: 'ecs' }, bms: { target: 'bms' } }),
  {
    names: ['name'],
    examples: ['name=web-golden', 'name~web'],
    read: ({ operator, value }) =>
      operator === '~' ? { nameLike: value } : text((name) => ({ name }))({ operator, value }),
  },
  { names: ['id'], examples: ['id=IMAGE_ID'], read: text((id) => ({ id })) },
  {
    names: ['owner'],
    examples: ['owner=PROJECT'],
    read: ({ operator, value }, _, directory) => {
      const project = directory
        .projects()
        .find(({ id, name }) => id === value.toLowerCase() || isSame(name, value));
      return operator === '=' && project ? { owner: project.id } : undefined;
    },
  },
  {
    names: ['disk', 'min_disk', 'size'],
    examples: ['disk=40', 'disk>40', 'disk<=1TB'],
    read: (said, { minDisk }) => span(said, 1, (sizes) => ({ minDisk: { ...minDisk, ...sizes } })),
  },
  {
    names: ['ram', 'min_ram', 'memory'],
    examples: ['ram=4096MB', 'ram>=4GB'],
    read: (said, { minRam }) => span(said, 1024, (sizes) => ({ minRam: { ...minRam, ...sizes } })),
  },
  {
    names: ['tag', '__tag'],
    examples: ['tag=stage', 'tag=stage.test'],
    read: (said, { tags = [] }) => text((value) => ({ tags: [...tags, tagAsked(value)] }))(said),
  },
  {
    names: ['key', '__system__cmkid'],
    examples: ['key=KEY_ID'],
    read: text((keyId) => ({ keyId })),
  },
  {
    names: ['enterprise', 'enterprise_project_id'],
    examples: ['enterprise=0'],
    read: text((enterpriseProjectId) => ({ enterpriseProjectId })),
  },
  switched(['protected'], (isOn) => ({ protected: isOn })),
  switched(['encrypted'], (isOn) => ({ encrypted: isOn })),
  switched(['shared-out'], (sharedOut) => ({ sharedOut })),
  oneOf(['format', 'disk_format'], {
    zvhd2: { diskFormat: 'zvhd2' },
    iso: { diskFormat: 'iso' },
  }),
  {
    names: ['created', 'created_at'],
    examples: ['created=2026-11-20', 'created>=2026-11-01'],
    read: (said, { createdAt }) => time(said, (at) => ({ createdAt: { ...createdAt, ...at } })),
  },
  {
    names: ['updated', 'updated_at'],
    examples: ['updated=2026-11-20', 'updated<2026-11-01'],
    read: (said, { updatedAt }) => time(said, (at) => ({ updatedAt: { ...updatedAt, ...at } })),
  },
  {
    names: ['sort', 'sort_key'],
    examples: SortKey.options.flatMap((sort) => [`sort=${sort}`, `sort=-${sort}`]),
    read: text((value) => {
      const sort = SortKey.safeParse(sortWord(value.replace(/^[+-]/, ''))).data;
      return sort && { sort, direction: value.startsWith('-') ? 'desc' : 'asc' };
    }),
  },
  oneOf(['direction', 'sort_dir'], { asc: { direction: 'asc' }, desc: { direction: 'desc' } }),
  {
    names: ['limit'],
    examples: ['limit=20'],
    read: text((value) => (/^[1-9]\d{0,3}$/.test(value) ? { limit: Number(value) } : undefined)),
  },
  { names: ['marker'], examples: ['marker=IMAGE_ID'], read: text((marker) => ({ marker })) },
];

/** The query that parameters make together, or what is wrong with them. `name op value`, e.g. `os=linux`, `disk>40`. Pure. */
export function queryFrom(
  parameters: readonly string[],
  directory: Directory,
): { readonly query: ImageQuery } | { readonly findings: readonly Finding[] } {
  let query: ImageQuery = {};
  const findings: Finding[] = [];
  for (const parameter of parameters) {
    const {
      name = parameter,
      operator = '',
      value = '',
    } = written.exec(parameter.trim())?.groups ?? {};
    const filter = filters.find(({ names }) => names.some((one) => isSame(one, name)));
    const said = { operator: operators.get(operator) ?? '=', value: value.trim() } as const;
    const piece = filter?.read(said, query, directory);
    if (piece) query = { ...query, ...piece };
    else findings.push(refused(parameter, filter));
  }
  return findings.length > 0 ? { findings } : { query };
}

const written = /^(?<name>[a-z_-]+)\s*(?<operator>[!<>]=|[=<>~:])\s*(?<value>.*)$/is;

const operators: ReadonlyMap<string, Operator> = new Map([
  ['=', '='],
  [':', '='],
  ['!=', '!='],
  ['>', '>'],
  ['>=', '>='],
  ['<', '<'],
  ['<=', '<='],
  ['~', '~'],
]);

function refused(parameter: string, filter: Filter | undefined): Finding {
  const known = filter?.examples ?? filters.map(({ names }) => names[0]);
  const isSort = filter?.names.includes('sort') ?? false;
  return badQuery(isSort ? 'R-LIST-03' : 'R-LIST-01', parameter, known.join(', '));
}

function tagAsked(value: string) {
  const { key, value: wanted = '' } = tagFrom(value.replace(/[=:]/, '.'));
  return { key, ...(wanted !== '' && { value: wanted }) };
}

function sortWord(word: string): string {
  return { created: 'created_at', disk: 'size' }[word.toLowerCase()] ?? word.toLowerCase();
}
