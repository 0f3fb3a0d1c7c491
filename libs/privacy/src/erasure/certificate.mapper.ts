import type { ErasureCertificate } from '@linkage/contracts';
import type { ErasureRow } from './erasures.projection';

const counts = (facts: Readonly<Record<string, number>>): { type: string; count: number }[] =>
  Object.entries(facts)
    .map(([type, count]) => ({ type, count }))
    .sort((one, other) => (one.type < other.type ? -1 : 1));

/** What remains of each erased person. */
const always = [
  'The facts themselves remain, with random ids, keyed hashes, times and counts: without the key they lead to no person, and the log stays verifiable.',
  'What members wrote is not searched for the person: messages and their templates, names of files, saved views, and the name of the workspace.',
  'Rows of a file that was uploaded and not imported stay encrypted in the vault for up to eight days, and are not searched either.',
  'Backups of vault.db from before hold the key: remove or renew them. If one is restored, Linkage deletes the key again at the next start.',
  'Files that members exported, and mails that were sent, are in the hands of those who have them.',
  'What was deleted from files may stay in free blocks of the disk until they are written over.',
];

const ofCreators = 'The platforms keep their own copies: the creator asks each platform itself.';

/** Only a registration makes a member: a workspace has no other. */
const ofMembers =
  'A workspace without a member goes on: its accounts are refreshed, and its creators get the mails that Linkage sends by itself, such as to connect an account again. That ends for each creator who is erased, too.';

const open =
  'Older versions of Linkage left some fields open, or encrypted them for another person. Facts are for ever, so they stand in the log and in its exports as they were written; Linkage does not give them out any more.';

/** A certificate without any data of the person. */
export const toCertificate = (row: ErasureRow, workspaceName: string): ErasureCertificate => {
  const { subject, kind, workspaceId, at, facts, openFacts, done, remains } = row;
  const openCounts = counts(openFacts);
  return {
    subject,
    kind,
    workspaceId,
    workspaceName,
    erasedAt: at,
    facts: counts(facts),
    openFacts: openCounts,
    done: ['The key of the person was deleted from the vault.', ...done],
    remains: [
      ...remains,
      ...(openCounts.length > 0 ? [open] : []),
      ...always,
      kind === 'creator' ? ofCreators : ofMembers,
    ],
  };
};
