import { fold } from '@linkage/event-sourcing';
import { attempt } from '../attempt/attempt';
import { anAttemptFailed, anAttemptStarted } from '../attempt/attempt.fixtures';
import { startAuthorization } from './start-authorization';

describe('start an authorization', () => {
  it('given nothing: started', () => {
    expect(startAuthorization(anAttemptStarted().data, fold(attempt, []))).toEqual([anAttemptStarted()]);
  });

  it('given the same start: nothing to add', () => {
    expect(startAuthorization(anAttemptStarted().data, fold(attempt, [anAttemptStarted()]))).toEqual([]);
    expect(startAuthorization(anAttemptStarted().data, fold(attempt, [anAttemptStarted(), anAttemptFailed()]))).toEqual(
      [],
    );
  });
});
