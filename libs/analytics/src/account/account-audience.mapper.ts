import type { AccountAudience, AudiencePart, Distribution, Figure, MissingPart, PlatformId } from '@linkage/contracts';
import { platformData } from '@linkage/platform-guide';
import type { AudienceSnapshot, Share } from '@linkage/published-facts';
import type { AccountAudienceRow } from './account-audience.projection';
import { shown } from './missing-parts';
import { whenNotCaptured } from './shown-on-platform';
import { ageDistribution, cityDistribution, countryDistribution, genderDistribution } from './distribution';

const distributed = (
  shares: AudienceSnapshot['countries'],
  distribute: (shares: readonly Share[]) => Distribution,
): Figure<Distribution> => (shares.is === 'value' ? { is: 'value', value: distribute(shares.value) } : shares);

/**
 * The audience as a browser gets it; for an account whose audience was not read yet, as far as its platform tells it.
 */
export const toAccountAudience = (
  row: AccountAudienceRow | undefined,
  platform: PlatformId,
  missing: readonly MissingPart[] = [],
): AccountAudience => {
  if (row === undefined) {
    const { audience: points, audienceOf: of } = platformData[platform];
    return {
      of,
      asOf: null,
      countries: whenNotCaptured(points.countries),
      cities: whenNotCaptured(points.cities),
      ages: whenNotCaptured(points.ages),
      genders: whenNotCaptured(points.genders),
    };
  }
  const { audience, asOf } = row;
  const part = (name: AudiencePart, distribute: (shares: readonly Share[]) => Distribution) =>
    shown(distributed(audience[name], distribute), missing, 'audience', name);
  return {
    of: audience.of,
    asOf,
    countries: part('countries', countryDistribution),
    cities: part('cities', cityDistribution),
    ages: part('ages', ageDistribution),
    genders: part('genders', genderDistribution),
  };
};
