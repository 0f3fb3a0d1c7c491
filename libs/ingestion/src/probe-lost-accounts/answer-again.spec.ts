import type { Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import type { RefreshFact, SocialAccountAccessLost } from '../refresh/refresh.events';
import { anAccessLost, anAnswerAgain, aRefreshFailed } from '../refresh/refresh.fixtures';
import { answerAgain } from './answer-again';

const loss = recorded(anAccessLost() as SocialAccountAccessLost, { id: 'loss-2' });
const failed: Recorded<RefreshFact> = recorded(aRefreshFailed({ outcome: 'gone', nextDueAt: null }));
const answered = (loss: string): Recorded<RefreshFact> => recorded(anAnswerAgain(), { causationId: loss });
const whenAnswered = (newest: Recorded<RefreshFact> | undefined, by = '17841') =>
  answerAgain({ loss, platformAccountId: '17841', newest }, by);

describe('a platform names an account whose access was lost', () => {
  it.each([
    ['the refresh that lost it', failed],
    ['no refresh at all, as it was lost by a message of the platform', undefined],
    ['an answer after the loss before', answered('loss-1')],
  ])('given %s: it has answered again', (_given, newest) => {
    expect(whenAnswered(newest)).toEqual([anAnswerAgain()]);
  });

  it('given an answer after this loss: nothing to add', () => {
    expect(whenAnswered(answered('loss-2'))).toEqual([]);
  });

  it('it is another account: nothing', () => {
    expect(whenAnswered(failed, '17842')).toEqual([]);
  });
});
