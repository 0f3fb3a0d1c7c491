/**
 * Columns of the files that lists are exported to, in their order: GET /api/invitations/export, GET
 * /api/accounts/export, GET /api/attempts/export, each with the parameters of its list. Times are ISO UTC, numbers as
 * they are, what is not known is empty. Columns are only ever added, at the end.
 */
export const exportedColumns = {
  invitations: [
    'name',
    'email',
    'invited at',
    'status',
    'status since',
    'delivery',
    'delivery reason',
    'delivered at',
    'e-mails',
    'page opened at',
    'accounts',
    'accounts that need action',
    'platform',
    'cause',
    'cause since',
    'opted out',
    'withdrawn at',
    'invitation id',
  ],
  accounts: [
    'creator',
    'email',
    'platform',
    'username',
    'display name',
    'health',
    'cause',
    'cause since',
    'followers',
    'last updated at',
    'connected at',
    'account id',
    'invitation id',
  ],
  attempts: [
    'creator',
    'email',
    'platform',
    'started at',
    'result',
    'step',
    'reason',
    'what',
    'help',
    'tries',
    'connected since',
    'attempt id',
    'invitation id',
  ],
} as const;

/** The columns of a file, from left to right, with what each has of an item. */
export type CsvColumns<Item> = readonly (readonly [name: string, of: (item: Item) => string | number | null])[];
