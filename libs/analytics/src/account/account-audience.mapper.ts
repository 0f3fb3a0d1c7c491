import type { AccountAudience, Distribution, Figure } from '@linkage/contracts';
import type { AudienceSnapshot, Share } from '@linkage/published-facts';
import type { AccountAudienceRow } from './account-audience.projection';
import { ageDistribution, cityDistribution, countryDistribution, genderDistribution } from './distribution';

const distributed = (
  shares: AudienceSnapshot['countries'],
  distribute: (shares: readonly Share[]) => Distribution,
): Figure<Distribution> => (shares.is === 'value' ? { is: 'value', value: distribute(shares.value) } : shares);

const notYet = { is: 'not-yet' } as const;

/** The audience as a browser gets it. `of` says whom a platform counts, for accounts whose audience was not read yet. */
export const toAccountAudience = (row: AccountAudienceRow | undefined, of: AccountAudience['of']): AccountAudience => {
  if (row === undefined) return { of, asOf: null, countries: notYet, cities: notYet, ages: notYet, genders: notYet };
  const { audience, asOf } = row;
  return {
    of: audience.of,
    asOf,
    countries: distributed(audience.countries, countryDistribution),
    cities: distributed(audience.cities, cityDistribution),
    ages: distributed(audience.ages, ageDistribution),
    genders: distributed(audience.genders, genderDistribution),
  };
};
