import { ERASED, type Fact } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  accountId,
  aDiscovery,
  anAudience,
  anAudienceCaptured,
  aPost,
  aProfile,
  aProfileCaptured,
  contentChanged,
  contentDeleted,
  contentRestored,
  likes,
  metricsCaptured,
} from '../refresh/refresh.fixtures';
import { knownContent, type KnownContent } from './known-content.projection';
import { knownFigures, type KnownFigures } from './known-figures.projection';

const figuresAfter = (...facts: Fact[]) =>
  facts
    .map((fact) => recorded(fact) as Parameters<typeof knownFigures.project>[1])
    .reduce<KnownFigures | undefined>(
      (row, fact) => knownFigures.project(row, fact, String(knownFigures.key(fact))),
      undefined,
    );

const contentAfter = (contentId: string, ...facts: Fact[]) =>
  facts
    .map((fact) => recorded(fact) as Parameters<typeof knownContent.project>[1])
    .reduce<KnownContent | undefined>((row, fact) => {
      const key = `${accountId}:${contentId}`;
      return [knownContent.key(fact)].flat().includes(key) ? knownContent.project(row, fact, key) : row;
    }, undefined);

describe('known-figures: every fact, the whole row', () => {
  it('ProfileCaptured, AudienceCaptured', () => {
    expect(figuresAfter(aProfileCaptured())).toEqual({ profile: aProfile(), audience: null });
    expect(figuresAfter(aProfileCaptured(), anAudienceCaptured())).toEqual({
      profile: aProfile(),
      audience: anAudience(),
    });
    expect(figuresAfter(aProfileCaptured(), aProfileCaptured(aProfile({ displayName: 'A' })))).toEqual({
      profile: aProfile({ displayName: 'A' }),
      audience: null,
    });
  });

  it('of an erased person nothing is known', () => {
    const profile = { type: 'ProfileCaptured', data: { ...aProfileCaptured().data, profile: ERASED } };
    const audience = { type: 'AudienceCaptured', data: { ...anAudienceCaptured().data, audience: ERASED } };
    expect(figuresAfter(profile, audience)).toEqual({ profile: null, audience: null });
  });
});

const knownPost = { ...aPost('p1'), accountId, figures: {}, gone: 0 };

describe('known-content: every fact, the whole row', () => {
  it('ContentChanged, ContentDeleted, ContentRestored', () => {
    const facts = [aDiscovery(aPost('p1'), aPost('p2')), contentChanged([{ contentId: 'p1', title: 'edited' }])];
    expect(contentAfter('p1', ...facts)).toEqual({ ...knownPost, title: 'edited' });
    const gone = [...facts, contentDeleted(['p1'])];
    expect(contentAfter('p1', ...gone)).toEqual({ ...knownPost, title: 'edited', gone: 1 });
    expect(contentAfter('p2', ...gone)).toMatchObject({ contentId: 'p2', gone: 0 });
    expect(contentAfter('p1', ...gone, contentRestored(['p1']))).toEqual({ ...knownPost, title: 'edited' });
  });

  it('ContentDiscovered', () => {
    expect(contentAfter('p1', aDiscovery(aPost('p1'), aPost('p2')))).toEqual(knownPost);
  });

  it('ContentMetricsCaptured: figures are merged', () => {
    const facts = [
      aDiscovery(aPost('p1')),
      metricsCaptured([
        { contentId: 'p2', figures: likes(9) },
        { contentId: 'p1', figures: likes(3) },
      ]),
    ];
    expect(contentAfter('p1', ...facts)).toEqual({ ...knownPost, figures: likes(3) });
    const later = metricsCaptured([
      { contentId: 'p1', figures: { reach: { is: 'not-yet' }, likes: { is: 'value', value: 4 } } },
    ]);
    expect(contentAfter('p1', ...facts, later)).toEqual({
      ...knownPost,
      figures: { ...likes(4), reach: { is: 'not-yet' } },
    });
  });

  it('discovered again: its figures stay', () => {
    const facts = [
      aDiscovery(aPost('p1')),
      metricsCaptured([{ contentId: 'p1', figures: likes(3) }]),
      aDiscovery(aPost('p1')),
    ];
    expect(contentAfter('p1', ...facts)).toEqual({ ...knownPost, figures: likes(3) });
  });

  it('figures of a post that was not discovered make no row; of an erased person there are no posts', () => {
    expect(contentAfter('p1', metricsCaptured([{ contentId: 'p1', figures: likes(3) }]))).toBeUndefined();
    expect(
      contentAfter('p1', { type: 'ContentDiscovered', data: { ...aDiscovery().data, items: ERASED } }),
    ).toBeUndefined();
    expect(
      contentAfter('p1', { type: 'ContentMetricsCaptured', data: { ...metricsCaptured([]).data, metrics: ERASED } }),
    ).toBeUndefined();
    for (const fact of [contentChanged([]), contentDeleted([]), contentRestored([])]) {
      const erased = fact.type === 'ContentChanged' ? { changes: ERASED } : { contentIds: ERASED };
      expect(contentAfter('p1', { type: fact.type, data: { ...fact.data, ...erased } })).toBeUndefined();
    }
  });
});
