import { platformData, platforms, type DataPoint, type Permission, type PlatformId } from '@linkage/platform-guide';

/** One data point of one platform, as the guide shows it. */
export interface GuideRow {
  /** Of its place on the page: `youtube-profile-followers`. */
  id: string;
  label: string;
  definition: string;
  /** null: the platform does not give it. */
  from: { calls: string[]; field: string; permission: Permission | null; threshold: string; pace: string } | null;
  notOffered: string | null;
}

export interface GuideGroup {
  name: string;
  rows: GuideRow[];
}

export interface GuidePlatform {
  id: PlatformId;
  name: string;
  condition: string | null;
  permissions: Permission[];
  types: string[];
  groups: GuideGroup[];
}

export const guideOf = (id: PlatformId): GuidePlatform => {
  const { name, condition, permissions, content: contentNoun } = platforms[id];
  const { identity, profile, audience, audienceOf, content, contentTypes } = platformData[id];
  const types = new Map(contentTypes.map(({ type, many }) => [type, many]));
  const rowOf = (group: string, [point, of]: [string, DataPoint]): GuideRow => ({
    id: `${id}-${group}-${point}`,
    label: of.words.label,
    definition: of.words.definition,
    from: of.from
      ? {
          calls: of.from.call.split(', '),
          field: of.from.field,
          permission: of.from.permission === null ? null : (permissions[of.from.permission] ?? null),
          threshold: of.from.threshold ?? 'Any size.',
          pace: ['With every refresh, once a day.', of.from.pace].filter(Boolean).join(' '),
        }
      : null,
    notOffered: of.notOffered ?? null,
  });
  const group = (key: string, heading: string, points: object): GuideGroup => ({
    name: heading,
    rows: Object.entries(points as Record<string, DataPoint>).map((entry) => rowOf(key, entry)),
  });
  return {
    id,
    name,
    condition,
    permissions: Object.values(permissions),
    types: [...new Set(types.values())],
    groups: [
      group('identity', 'Who the account is', identity),
      group('profile', 'Profile', profile),
      group('audience', `Audience, of ${audienceOf}`, audience),
      group('content', `Content, of each ${contentNoun.one}`, content),
    ],
  };
};
