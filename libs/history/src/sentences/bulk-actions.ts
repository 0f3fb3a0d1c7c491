import type { BulkActionStarted, BulkActionUndoAsked, BulkBatchDone, BulkBatchUndone } from '@linkage/published-facts';
import { counted, exact, phrase, type FactSentence } from './fact-sentence';

const passedOverText = (count: number): string | null =>
  count === 0 ? null : `${exact(count)} ${count === 1 ? 'was' : 'were'} passed over.`;

interface Counted {
  readonly count: number;
  readonly passedOver: number;
}

export const bulkActionStarted: FactSentence<
  BulkActionStarted['data'],
  Pick<BulkActionStarted['data'], 'action' | 'rows'>
> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: ({ action, rows }) => ({ action, rows }),
  compose: ({ action, rows }, { actor }) => ({
    sentence:
      action === 'withdraw'
        ? phrase`${actor} asked to withdraw ${counted(rows, 'invite')} at once`
        : phrase`${actor} asked to resend ${counted(rows, 'invite')} at once`,
  }),
};

export const bulkBatchDone: FactSentence<BulkBatchDone['data'], Counted> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: ({ done, passedOver }) => ({ count: done, passedOver: passedOver.length }),
  compose: ({ count, passedOver }) => ({
    sentence: phrase`${counted(count, 'invite')} of the selected ones ${count === 1 ? 'is' : 'are'} done`,
    detail: passedOverText(passedOver),
  }),
};

export const bulkActionUndoAsked: FactSentence<BulkActionUndoAsked['data']> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: () => ({}),
  compose: (_, { actor }) => ({ sentence: phrase`${actor} asked to undo what was done to the selected invites` }),
};

export const bulkBatchUndone: FactSentence<BulkBatchUndone['data'], Counted> = {
  kind: 'invites',
  subjects: () => ({}),
  gist: ({ undone, passedOver }) => ({ count: undone, passedOver: passedOver.length }),
  compose: ({ count, passedOver }) => ({
    sentence: phrase`${counted(count, 'invite')} of the selected ones ${count === 1 ? 'is' : 'are'} as before`,
    detail: passedOverText(passedOver),
  }),
};
