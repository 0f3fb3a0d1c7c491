import type { BulkActionProgress } from '@linkage/contracts';
import { linkLines } from './bulk-links';
import { butLeft, figuresOfBulk } from './bulk-words';

const progress = (more: Partial<BulkActionProgress>): BulkActionProgress => ({
  bulkId: 'b',
  action: 'resend',
  mine: true,
  startedAt: '2026-01-15T09:00:00.000Z',
  lastAt: null,
  rows: 1_234,
  done: 0,
  passedOver: [],
  state: 'running',
  undone: 0,
  notUndone: [],
  undoUntil: null,
  ...more,
});

describe('what is said of an action on many invites', () => {
  it.each([
    [progress({ done: 300 }), 'Resending 1,234 invites: 300 done.'],
    [progress({ action: 'withdraw', rows: 1 }), 'Withdrawing 1 invite: 0 done.'],
    [
      progress({
        state: 'finished',
        done: 1_231,
        passedOver: [
          { reason: 'creator-opted-out', count: 2 },
          { reason: 'mail-asked-recently', count: 1 },
        ],
      }),
      '1,231 invites sent again. 3 passed over: 2 opted out of e-mails, 1 sent an e-mail a moment ago.',
    ],
    [
      progress({
        state: 'finished',
        rows: 3,
        passedOver: [
          { reason: 'no-mail-server', count: 2 },
          { reason: 'email-not-confirmed', count: 1 },
        ],
      }),
      '0 invites sent again. 3 passed over: 2 not sent, as this Linkage sends no e-mails, 1 not sent, as the e-mail of the member is not confirmed.',
    ],
    [progress({ state: 'undoing', done: 4, undone: 2 }), 'Undoing: 2 invites so far.'],
    [progress({ action: 'withdraw', state: 'undone', undone: 4 }), '4 invites back. Links work again.'],
    [
      progress({ state: 'undone', undone: 1, notUndone: [{ reason: 'mail-already-sent', count: 3 }] }),
      '1 invite not sent again after all. 3 left as they are: 3 sent already.',
    ],
  ])('%#', (one, sentence) => expect(figuresOfBulk(one).sentence).toBe(sentence));

  it('all that match may be without a few', () =>
    expect([0, 1, 1_000].map(butLeft)).toEqual(['', ', but 1', ', but 1,000']));

  it('links are lines that a spreadsheet does not run', () =>
    expect(
      linkLines([
        { invitationId: '1', name: 'Amélie\tRousseau', url: 'https://l/1' },
        { invitationId: '2', name: '=1+1', url: 'https://l/2' },
      ]),
    ).toBe("Amélie Rousseau\thttps://l/1\n'=1+1\thttps://l/2"));
});
