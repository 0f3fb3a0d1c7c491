import type { AccountProfile } from '@linkage/contracts';
import type { AccountProfileRow } from './account-profile.projection';
import { profileFigures } from './shown-on-platform';

/** The profile as a browser gets it: figures in the platform's order, each with a value or the reason why there is none. */
export const toAccountProfile = ({
  workspaceId: _workspaceId,
  figures,
  ...row
}: AccountProfileRow): AccountProfile => ({
  ...row,
  figures: profileFigures(row.platform, figures),
});
