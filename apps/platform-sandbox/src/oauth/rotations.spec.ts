import { Rotations } from './rotations';

describe('refresh tokens that rotate', () => {
  it('work once, each line for itself, over a restart as well', () => {
    const rotations = new Rotations();
    const first = { line: 'a', turn: 0 };
    expect(rotations.isSpent(first)).toBe(false);
    const second = rotations.next(first);
    expect([first, second].map((turn) => rotations.isSpent(turn))).toEqual([true, false]);
    expect(rotations.isSpent({ line: 'b', turn: 0 })).toBe(false);
    const restarted = new Rotations(rotations.save());
    expect([first, second].map((turn) => restarted.isSpent(turn))).toEqual([true, false]);
  });
});
