import { ERASED, type Fact } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { accountId, aMissingPart, anAudience, anAudienceCaptured, aRefreshCompleted } from './account.fixtures';
import { toAccountAudience } from './account-audience.mapper';
import { accountAudience, type AccountAudienceRow } from './account-audience.projection';

const at = (minute: number): string => `2026-11-23T06:${String(minute).padStart(2, '0')}:00.000Z`;
const after = (...facts: Fact[]): AccountAudienceRow | undefined =>
  facts.reduce<AccountAudienceRow | undefined>((row, fact, index) => {
    const told = recorded(fact, { at: at(index) }) as Parameters<typeof accountAudience.project>[1];
    return accountAudience.project(row, told, String(accountAudience.key(told)));
  }, undefined);

describe('account-audience: every fact, the whole row', () => {
  it('AudienceCaptured', () => {
    expect(after(anAudienceCaptured())).toEqual({ accountId, audience: anAudience(), asOf: at(0) });
    const later = anAudience({ ages: { is: 'not-yet' } });
    expect(after(anAudienceCaptured(), anAudienceCaptured(later))).toEqual({ accountId, audience: later, asOf: at(1) });
  });

  it('AudienceCaptured of an erased person: nothing is known', () => {
    const erased = { type: 'AudienceCaptured', data: { ...anAudienceCaptured().data, audience: ERASED } };
    expect(after(erased, aRefreshCompleted())).toBeUndefined();
  });

  it('RefreshCompleted: unchanged, but known to be so as of now', () => {
    expect(after(anAudienceCaptured(), aRefreshCompleted())).toEqual({
      accountId,
      audience: anAudience(),
      asOf: at(1),
    });
    expect(
      after(
        anAudienceCaptured(),
        aRefreshCompleted({ missing: [aMissingPart({ section: 'content' }), aMissingPart({ part: 'ages' })] }),
      )?.asOf,
    ).toBe(at(1));
  });

  it('RefreshCompleted without the audience: as of before', () => {
    const parts = ['countries', 'cities', 'ages', 'genders'];
    for (const missing of [[aMissingPart({ part: 'all' })], parts.map((part) => aMissingPart({ part }))])
      expect(after(anAudienceCaptured(), aRefreshCompleted({ missing }))).toEqual({
        accountId,
        audience: anAudience(),
        asOf: at(0),
      });
    expect(after(aRefreshCompleted())).toBeUndefined();
  });
});

describe('the audience as a browser gets it', () => {
  it('each part with its distribution or the reason why there is none', () => {
    expect(toAccountAudience({ accountId, audience: anAudience(), asOf: at(3) }, 'youtube')).toEqual({
      of: 'followers',
      asOf: at(3),
      countries: {
        is: 'value',
        value: {
          named: [
            { key: 'FR', label: 'France', share: 0.5 },
            { key: 'BE', label: 'Belgium', share: 0.25 },
          ],
          others: 0.25,
          all: [
            { key: 'FR', label: 'France', share: 0.5 },
            { key: 'BE', label: 'Belgium', share: 0.25 },
          ],
        },
      },
      cities: { is: 'below-threshold' },
      ages: { is: 'not-offered' },
      genders: { is: 'permission-missing' },
    });
  });

  it('before the first refresh: not known yet', () => {
    const notYet = { is: 'not-yet' };
    expect(toAccountAudience(undefined, 'youtube')).toEqual({
      of: 'viewers',
      asOf: null,
      countries: notYet,
      cities: notYet,
      ages: notYet,
      genders: notYet,
    });
  });

  it('before the first refresh, of what the platform never gives: not offered', () => {
    expect(toAccountAudience(undefined, 'facebook')).toMatchObject({
      of: 'followers',
      cities: { is: 'not-yet' },
      ages: { is: 'not-offered' },
    });
  });
});
