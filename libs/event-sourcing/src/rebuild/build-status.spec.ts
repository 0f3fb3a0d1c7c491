import { progressOf } from './build-status';

describe('the progress of a building', () => {
  const reached = { facts: 250, position: null };
  it('knows the time that is left by the share that is done', () => {
    expect(progressOf(reached, 0.25, 1_000)).toEqual({ facts: 250, share: 0.25, factsPerSecond: 250, secondsLeft: 3 });
    expect(progressOf(reached, 1, 1_000)).toMatchObject({ secondsLeft: 0 });
  });
  it('does not guess before there is anything to go by', () => {
    expect(progressOf(reached, 0, 1_000)).toMatchObject({ secondsLeft: null });
    expect(progressOf(reached, null, 1_000)).toMatchObject({ share: null, secondsLeft: null });
    expect(progressOf({ facts: 0, position: null }, 0, 0)).toEqual({
      facts: 0,
      share: 0,
      factsPerSecond: 0,
      secondsLeft: null,
    });
  });
});
