import type { AccountProfile } from '@linkage/contracts';
import type { AccountProfileRow } from './account-profile.projection';
import { shown, toMissingParts } from './missing-parts';
import { profileFigures } from './shown-on-platform';

/**
 * The profile as a browser gets it: figures in the platform's order, each with a value or the reason why there is none.
 */
export const toAccountProfile = (
  {
    workspaceId: _workspaceId,
    firstUpdatedAt: _firstUpdatedAt,
    figures,
    email,
    missing: rows,
    ...row
  }: AccountProfileRow,
  erased: AccountProfile['erased'] = null,
): AccountProfile => {
  const missing = toMissingParts(rows);
  return {
    ...row,
    erased,
    missing,
    email: shown(email, missing, 'profile', 'email'),
    figures: profileFigures(row.platform, figures).map(({ name, figure }) => ({
      name,
      figure: shown(figure, missing, 'profile', name),
    })),
  };
};
