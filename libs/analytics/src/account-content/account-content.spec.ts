import { ERASED, type Fact } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  accountId,
  aDiscovery,
  aPost,
  contentChanged,
  contentDeleted,
  contentRestored,
  metricsCaptured,
} from '../account/account.fixtures';
import { accountContent, type AccountContentRow } from '../account/account-content.projection';
import { toContentCard } from './content-card.mapper';
import { contentPage } from './content-page';

const after = (contentId: string, ...facts: Fact[]): AccountContentRow | undefined =>
  facts
    .map((fact) => recorded(fact) as Parameters<typeof accountContent.project>[1])
    .reduce<AccountContentRow | undefined>((row, fact) => {
      const key = `${accountId}:${contentId}`;
      return [accountContent.key(fact)].flat().includes(key) ? accountContent.project(row, fact, key) : row;
    }, undefined);

const there = { accountId, figures: {}, deletedAt: null, deleted: 0 };

describe('account-content: every fact, the whole row', () => {
  const likes = { likes: { is: 'value', value: 312 } } as const;

  it('ContentDiscovered: one row per post', () => {
    expect(after('p1', aDiscovery(aPost('p2'), aPost('p1')))).toEqual({ ...there, ...aPost('p1') });
  });

  it('ContentMetricsCaptured: what changed, the rest stays', () => {
    const facts = [
      aDiscovery(aPost('p1')),
      metricsCaptured([
        { contentId: 'p2', figures: {} },
        { contentId: 'p1', figures: likes },
      ]),
    ];
    expect(after('p1', ...facts)).toEqual({ ...there, ...aPost('p1'), figures: likes });
    expect(
      after('p1', ...facts, metricsCaptured([{ contentId: 'p1', figures: { reach: { is: 'not-yet' } } }])),
    ).toEqual({ ...there, ...aPost('p1'), figures: { ...likes, reach: { is: 'not-yet' } } });
  });

  it('discovered again: figures stay', () => {
    const again = aDiscovery(aPost('p1', { title: 'renamed' }));
    expect(after('p1', aDiscovery(aPost('p1')), metricsCaptured([{ contentId: 'p1', figures: likes }]), again)).toEqual(
      { ...there, ...aPost('p1', { title: 'renamed' }), figures: likes },
    );
  });

  it('ContentChanged: what is different now, the rest stays', () => {
    const facts = [aDiscovery(aPost('p1'), aPost('p2')), contentChanged([{ contentId: 'p1', title: 'edited' }])];
    expect(after('p1', ...facts)).toEqual({ ...there, ...aPost('p1', { title: 'edited' }) });
    expect(after('p2', ...facts)).toEqual({ ...there, ...aPost('p2') });
  });

  it('ContentDeleted, ContentRestored: its figures are the last ones, since the day of the fact', () => {
    const gone = [
      aDiscovery(aPost('p1')),
      metricsCaptured([{ contentId: 'p1', figures: likes }]),
      contentDeleted(['p1']),
    ];
    expect(after('p1', ...gone)).toEqual({
      ...there,
      ...aPost('p1'),
      figures: likes,
      deletedAt: recorded(contentDeleted([])).at,
      deleted: 1,
    });
    expect(after('p1', ...gone, contentRestored(['p1']))).toEqual({ ...there, ...aPost('p1'), figures: likes });
  });

  it('makes no row of figures alone, nor of an erased person', () => {
    expect(after('p1', metricsCaptured([{ contentId: 'p1', figures: likes }]))).toBeUndefined();
    for (const fact of [
      { type: 'ContentDiscovered', data: { ...aDiscovery().data, items: ERASED } },
      { type: 'ContentMetricsCaptured', data: { ...metricsCaptured([]).data, metrics: ERASED } },
      { type: 'ContentChanged', data: { ...contentChanged([]).data, changes: ERASED } },
      { type: 'ContentDeleted', data: { ...contentDeleted([]).data, contentIds: ERASED } },
      { type: 'ContentRestored', data: { ...contentRestored([]).data, contentIds: ERASED } },
    ])
      expect(accountContent.key(recorded(fact) as never)).toBeNull();
  });
});

describe('a card', () => {
  const now = new Date('2026-11-19T10:00:00.000Z');
  const row = {
    accountId,
    deletedAt: null,
    deleted: 0,
    ...aPost('p1'),
    figures: { views: { is: 'not-applicable' }, likes: { is: 'value', value: 0 }, saves: { is: 'value', value: 9 } },
  } as const;

  it('has every figure of the platform in order, whatever was captured', () => {
    expect(toContentCard(row, 'instagram', now)).toEqual({
      contentId: 'p1',
      type: 'image',
      publishedAt: row.publishedAt,
      title: row.title,
      url: row.url,
      thumbnailUrl: null,
      expired: false,
      deletedAt: null,
      figures: [
        { name: 'likes', figure: { is: 'value', value: 0 } },
        { name: 'comments', figure: { is: 'not-yet' } },
        { name: 'impressions', figure: { is: 'not-offered' } },
        { name: 'reach', figure: { is: 'not-yet' } },
        { name: 'views', figure: { is: 'not-applicable' } },
      ],
    });
  });

  it('expires when the platform takes the post away, by the clock', () => {
    const story = { ...row, expiresAt: '2026-11-19T10:00:00.000Z' };
    expect(toContentCard(story, 'instagram', new Date('2026-11-19T09:59:59.999Z')).expired).toBe(false);
    expect(toContentCard(story, 'instagram', now).expired).toBe(true);
  });
});

describe('a page of content', () => {
  const where = (filter: Omit<Parameters<typeof contentPage>[1], 'limit'>) =>
    contentPage('a1', { ...filter, limit: 20 }).where;

  it('is newest first', () => {
    expect(contentPage('a1', { limit: 20, cursor: 'c' })).toEqual({
      where: { accountId: 'a1' },
      sort: [{ field: 'publishedAt', direction: 'desc' }],
      limit: 20,
      cursor: 'c',
    });
  });

  it('filters by one or several types, and ignores those that it does not know', () => {
    expect(where({ type: 'story' })).toEqual({ accountId: 'a1', type: 'story' });
    expect(where({ type: 'story, reels,nonsense' })).toEqual({ accountId: 'a1', type: { in: ['reels', 'story'] } });
    expect(where({ type: 'nonsense' })).toEqual({ accountId: 'a1' });
  });

  it('filters by dates, both inclusive', () => {
    expect(where({ from: '2026-11-01', to: '2026-11-23' })).toEqual({
      accountId: 'a1',
      publishedAt: { gte: '2026-11-01T00:00:00.000Z', lt: '2026-11-24T00:00:00.000Z' },
    });
    expect(where({ to: '2026-12-31' })).toEqual({ accountId: 'a1', publishedAt: { lt: '2027-01-01T00:00:00.000Z' } });
  });

  it('takes a time as that instant', () => {
    expect(where({ from: '2026-11-01T00:00:00+05:30', to: '2026-11-23T23:59:59.999+01:00' })).toEqual({
      accountId: 'a1',
      publishedAt: { gte: '2026-10-31T18:30:00.000Z', lt: '2026-11-23T23:00:00.000Z' },
    });
  });

  it('ignores what is no date', () => {
    for (const bad of ['yesterday', '2026-13-01', '2026-11-01T', '2026-11-01T99:00Z', '1', "2026-11-01' OR 1"])
      expect(where({ from: bad, to: bad })).toEqual({ accountId: 'a1' });
  });

  it('filters by whether the platform has it', () => {
    expect(where({ deleted: 'only' })).toEqual({ accountId: 'a1', deleted: 1 });
    expect(where({ deleted: 'none' })).toEqual({ accountId: 'a1', deleted: 0 });
    expect(where({ deleted: 'maybe' })).toEqual({ accountId: 'a1' });
  });

  it('combines', () => {
    expect(where({ type: 'image', from: '2026-11-01' })).toEqual({
      accountId: 'a1',
      type: 'image',
      publishedAt: { gte: '2026-11-01T00:00:00.000Z' },
    });
  });
});
