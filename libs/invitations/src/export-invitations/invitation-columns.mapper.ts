import type { CsvColumns, exportedColumns, InvitationListItem } from '@linkage/contracts';

type Names = (typeof exportedColumns.invitations)[number];
const named = <Name extends Names>(
  name: Name,
  of: (item: InvitationListItem) => string | number | null,
): readonly [Name, (item: InvitationListItem) => string | number | null] => [name, of];

/** One line for each invitation; nothing is left of a person who was erased. */
export const invitationColumns: CsvColumns<InvitationListItem> = [
  named('name', ({ name, erased }) => (erased ? null : name)),
  named('email', ({ email, erased }) => (erased ? null : email)),
  named('invited at', ({ invitedAt }) => invitedAt),
  named('status', ({ status, withdrawnAt }) => (withdrawnAt === null ? status : 'withdrawn')),
  named('status since', ({ statusSince, withdrawnAt }) => withdrawnAt ?? statusSince),
  named('delivery', ({ delivery }) => delivery.state),
  named('delivery reason', ({ delivery, erased }) => (erased ? null : delivery.reason)),
  named('delivered at', ({ delivery }) => (delivery.state === 'sent' ? delivery.at : null)),
  named('e-mails', ({ delivery }) => delivery.count),
  named('page opened at', ({ opened }) => opened?.at ?? null),
  named('accounts', ({ accounts }) => accounts.length),
  named('accounts that need action', ({ accounts }) => accounts.filter(({ cause }) => cause !== null).length),
  named('platform', ({ trouble }) => trouble?.platform ?? null),
  named('cause', ({ trouble }) => trouble?.cause ?? null),
  named('cause since', ({ trouble }) => trouble?.since ?? null),
  named('opted out', ({ optedOut }) => (optedOut ? 'yes' : 'no')),
  named('withdrawn at', ({ withdrawnAt }) => withdrawnAt),
  named('invitation id', ({ invitationId }) => invitationId),
];
