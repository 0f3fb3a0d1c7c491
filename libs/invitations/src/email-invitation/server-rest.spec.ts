import { ServerRest } from './server-rest';

const at = (seconds: number): Date => new Date(seconds * 1_000);

describe('a mail server that does not answer', () => {
  it('is left alone after some failures in a row, then asked by one mail at a time, after growing pauses', () => {
    const rest = new ServerRest();
    for (let n = 0; n < 3; n += 1) rest.failed(at(0));
    expect(rest.places(at(0))).toBe(Infinity);
    rest.failed(at(0));
    expect([rest.places(at(4)), rest.places(at(5))]).toEqual([0, 1]);
    rest.failed(at(5));
    expect([rest.places(at(14)), rest.places(at(15))]).toEqual([0, 1]);
    for (let n = 0; n < 20; n += 1) rest.failed(at(20));
    expect([rest.places(at(79)), rest.places(at(80))]).toEqual([0, 1]);
  });

  it('gets all of them once it answers', () => {
    const rest = new ServerRest();
    for (let n = 0; n < 9; n += 1) rest.failed(at(0));
    rest.answered();
    rest.failed(at(1));
    expect(rest.places(at(1))).toBe(Infinity);
  });
});
