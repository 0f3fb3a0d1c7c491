import { IsIn, IsOptional, IsUUID, ValidateBy } from 'class-validator';
import { bulkActionNames, MOST_PICKED, type BulkActionName, type MatchingInvitations } from '../bulk-actions';
import { invitationStatuses } from '../invitations';
import { LONGEST_SEARCH } from '../paging';
import { IsMessageSubject, IsMessageText } from './is-message';

const LONGEST_ID = 100;

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;
const areIds = (value: unknown, least: number): boolean =>
  Array.isArray(value) &&
  value.length >= least &&
  value.length <= MOST_PICKED &&
  value.every((one) => isText(one, LONGEST_ID));

const isMatching = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { status, withdrawn, waiting, search, except, ...others } = value as Readonly<Record<string, unknown>>;
  return (
    Object.keys(others).length === 0 &&
    (status === undefined || invitationStatuses.some((known) => known === status)) &&
    (withdrawn === undefined || typeof withdrawn === 'boolean') &&
    (waiting === undefined || typeof waiting === 'boolean') &&
    (search === undefined || isText(search, LONGEST_SEARCH)) &&
    (except === undefined || areIds(except, 0))
  );
};

/** The field must be a list of ids. */
export const ArePickedIds = (): PropertyDecorator =>
  ValidateBy({
    name: 'arePickedIds',
    validator: {
      validate: (value: unknown) => areIds(value, 1),
      defaultMessage: () => `Give 1 to ${MOST_PICKED} ids.`,
    },
  });

/** The field must be a filter of the list, as `MatchingInvitations` has it. */
export const IsMatchingInvitations = (): PropertyDecorator =>
  ValidateBy({
    name: 'isMatchingInvitations',
    validator: {
      validate: isMatching,
      defaultMessage: () =>
        `Give a filter: status, withdrawn, waiting, search of at most ${LONGEST_SEARCH} characters, except of at most ${MOST_PICKED} ids.`,
    },
  });

/** The bytes that these ids take, with a message. */
export const PICKED_BODY = { bytes: 131_072, values: MOST_PICKED + 30 };

/**
 * With `invitationIds` or with `matching`. POST /api/invitations/links → 200 `InvitationLinks`, POST
 * /api/invitations/export → 200, a file.
 */
export class SelectedInvitationsRequest {
  @IsOptional()
  @ArePickedIds()
  invitationIds?: string[];

  @IsOptional()
  @IsMatchingInvitations()
  matching?: MatchingInvitations;
}

/** POST /api/invitations/bulk → 202 `BulkActionAccepted`. */
export class StartBulkActionRequest extends SelectedInvitationsRequest {
  /** A UUID that the browser made: started again under it, nothing is done twice. */
  @IsUUID(undefined, { message: 'Give a UUID.' })
  bulkId!: string;

  @IsIn(bulkActionNames, { message: 'Say "resend" or "withdraw".' })
  action!: BulkActionName;

  /** What the mails say, with `messageText`; without both, the template of the workspace. */
  @IsMessageSubject()
  messageSubject?: string;

  @IsMessageText()
  messageText?: string;
}
