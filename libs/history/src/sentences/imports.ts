import { ERASED } from '@linkage/event-sourcing';
import type { InvitationImportFinished, InvitationImportStarted } from '@linkage/published-facts';
import { counted, exact, phrase, type FactSentence } from './fact-sentence';

type Started = InvitationImportStarted['data'];
type Finished = InvitationImportFinished['data'];

export const invitationImportStarted: FactSentence<Started, Pick<Started, 'fileName' | 'rows' | 'skipped'>> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: ({ fileName, rows, skipped }) => ({ fileName, rows, skipped }),
  compose: ({ fileName, rows, skipped }, { actor }) => ({
    sentence: phrase`${actor} uploaded ${fileName === ERASED ? 'a file' : fileName} to invite ${counted(rows, 'creator')}`,
    detail:
      skipped === 0
        ? null
        : `${counted(skipped, 'row')} that could not be sent ${skipped === 1 ? 'was' : 'were'} left out.`,
  }),
};

export const invitationImportFinished: FactSentence<Finished, Omit<Finished, 'importId'>> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: ({ issued, already }) => ({ issued, already }),
  compose: ({ issued, already }) => ({
    sentence: phrase`${counted(issued, 'creator')} of an uploaded file ${issued === 1 ? 'is' : 'are'} invited`,
    detail: already === 0 ? null : `${exact(already)} had been invited in another way meanwhile.`,
  }),
};
