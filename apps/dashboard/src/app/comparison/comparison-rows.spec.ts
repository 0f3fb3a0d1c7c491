import type { AccountDifferences } from '@linkage/contracts';
import { comparisonGroups, onlyChanges, type ComparisonRow } from './comparison-rows';
import { differences } from './comparison.fixtures';
import { signedCount, signedMinutes, signedPoints } from './signed';

const row = (label: string, of: AccountDifferences = differences): ComparisonRow | undefined =>
  comparisonGroups(of)
    .flatMap(({ rows }) => rows)
    .find((each) => each.label === label);

describe('a change', () => {
  it.each([
    [1_204, 40_000, '+1,204 (+3%)'],
    [-867, 161_242, '−867 (−0.5%)'],
    [0, 12, '±0'],
    [5, 0, '+5'],
  ])('of %d from %d is %s', (change, then, text) => expect(signedCount(change, then)).toBe(text));
  it.each([
    [90, '+2 h'],
    [-30, '−30 min'],
    [0, '±0'],
  ])('of %d minutes is %s', (change, text) => expect(signedMinutes(change)).toBe(text));
  it.each([
    [0.2, 0.224, '+2.4 points'],
    [0.2804, 0.2796, '±0'],
    [0.2796, 0.2794, '−0.1 points'],
    [1, 0, '−100.0 points'],
  ])('of a share from %d to %d is %s', (then, now, text) => expect(signedPoints(then, now)).toBe(text));
});

describe('a comparison', () => {
  it('says of each figure what it was, is and by how much it differs', () => {
    expect(row('Followers')).toEqual({
      label: 'Followers',
      then: { text: '40,000', quiet: false },
      now: { text: '41,204', quiet: false },
      change: '+1,204 (+3%)',
      changed: true,
    });
    expect(row('Posts')).toMatchObject({ change: '±0', changed: false });
    expect(row('Reach, 28 days')).toEqual({
      label: 'Reach, 28 days',
      then: { text: 'Permission missing', quiet: true },
      now: { text: '0', quiet: false },
      change: 'Changed',
      changed: true,
    });
  });

  it('says health and names in words', () => {
    expect(row('Health')).toMatchObject({
      then: { text: 'Up to date' },
      now: { text: 'Permission revoked' },
      change: 'Changed',
    });
    expect(row('Username')).toMatchObject({
      then: { text: 'atelier' },
      now: { text: 'atelier.amelie' },
      change: 'Changed',
    });
    expect(row('Invited as')).toMatchObject({ change: 'Same', changed: false });
    expect(row('E-mail')).toMatchObject({ then: { text: 'Not offered by Instagram', quiet: true }, change: 'Same' });
  });

  it('says that the creator hides a figure, where that is why it is not there', () => {
    const hidden = {
      name: 'followers',
      then: { is: 'not-offered' },
      now: { is: 'not-offered' },
      change: null,
    } as const;
    const [profile] = comparisonGroups({ ...differences, platform: 'youtube', figures: [hidden] });
    expect(profile?.rows[0]).toMatchObject({ now: { text: 'Hidden by the creator', quiet: true }, change: 'Same' });
  });

  it('gives shares in percent, changes of them in points, and reasons where there are none', () => {
    expect(row('France')).toMatchObject({ then: { text: '48.4%' }, now: { text: '48.0%' }, change: '−0.4 points' });
    expect(row('Cities')).toMatchObject({
      then: { text: 'Below Instagram’s threshold', quiet: true },
      now: { text: 'Not offered by Instagram' },
      change: 'Changed',
    });
    expect(row('18–24')).toMatchObject({
      then: { text: 'Not fetched yet', quiet: true },
      now: { text: '100.0%' },
      change: 'Changed',
    });
  });

  it('knows an account that was not connected yet', () => {
    const fresh = {
      ...differences,
      connectedThen: false,
      health: { ...differences.health, then: null },
      figures: [{ name: 'followers', then: { is: 'not-yet' }, now: { is: 'value', value: 5 }, change: null }],
    } as AccountDifferences;
    for (const label of ['Followers', 'Health', '18–24'])
      expect(row(label, fresh)?.then).toEqual({ text: 'Not connected yet', quiet: true });
  });

  it('says of posts that none were known, and not that there were none, before the first refresh', () => {
    const early = { ...differences, lastUpdatedAt: { ...differences.lastUpdatedAt, then: null } };
    expect(row('All posts', early)).toMatchObject({
      then: { text: 'Not fetched yet', quiet: true },
      now: { text: '5' },
      change: 'Changed',
    });
    const before = { ...early, connectedThen: false };
    expect(row('All posts', before)).toMatchObject({ then: { text: 'Not connected yet' }, change: 'Changed' });
    expect(row('E-mail', before)).toMatchObject({ then: { text: 'Not connected yet' } });
  });

  it('takes another refresh for no change of the account', () => {
    expect(row('Last updated')).toMatchObject({ change: '', changed: false });
  });

  it('has no Others where nothing is left for them', () => {
    const [countries, ...rest] = differences.audience;
    const [france] = countries!.shares;
    const others = (then: number | null, now: number | null) =>
      row('Others', {
        ...differences,
        audience: [
          { ...countries!, shares: [france!, { key: 'others', label: 'Others', then, now, change: null }] },
          ...rest,
        ],
      });
    expect([others(0, 0.0004), others(null, 0)]).toEqual([undefined, undefined]);
    expect(others(0, 0.001)).toBeDefined();
  });

  it('can leave out what stayed the same', () => {
    const groups = onlyChanges(comparisonGroups(differences));
    expect(groups.map(({ heading }) => heading)).toEqual([
      'Profile',
      'Connection',
      'Names',
      'Audience: countries',
      'Audience: cities',
      'Audience: ages',
      'Content',
    ]);
    expect(groups[0]?.rows.map(({ label }) => label)).toEqual(['Followers', 'Reach, 28 days']);
  });
});
