import { ProblemException } from '../problems/problem-exception';
import { pastMoment } from './past-moment';

const now = new Date('2026-11-21T10:00:00.000Z');
const read = (asOf: unknown): Date | undefined => pastMoment({ asOf }, 'asOf', now);
const refusal = (asOf: unknown): unknown => {
  try {
    return read(asOf);
  } catch (error) {
    return (error as ProblemException).problem.errors?.[0];
  }
};

describe('a moment in the address', () => {
  it.each([
    ['2026-11-21T09:00:00Z', '2026-11-21T09:00:00.000Z'],
    ['2026-11-21T09:00Z', '2026-11-21T09:00:00.000Z'],
    ['2026-11-21T10:00:00.250+01:00', '2026-11-21T09:00:00.250Z'],
    ['2026-11-21T10:00:00.000Z', '2026-11-21T10:00:00.000Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['2024-02-29T23:59:59+01:00', '2024-02-29T22:59:59.000Z'],
  ])('%s is %s', (given, moment) => expect(read(given)?.toISOString()).toBe(moment));

  it('may be absent', () => expect(read(undefined)).toBeUndefined());

  it.each([
    [''],
    ['yesterday'],
    ['2026-11-21'],
    ['2026-11-21T09:00:00'],
    ['2026-13-41T09:00:00Z'],
    ['2026-02-29T09:00:00Z'],
    ['2025-11-31T09:00:00Z'],
    ['1763715600000'],
    [['2026-11-21T09:00:00Z', '2026-11-20T09:00:00Z']],
    [{}],
  ])('refuses %j by name', (given) =>
    expect(refusal(given)).toMatchObject({
      field: 'asOf',
      message: expect.stringContaining('such as 2026-11-21T09:00:00Z'),
    }),
  );

  it('refuses what is yet to come', () => {
    expect(refusal('2026-11-21T10:00:00.001Z')).toEqual({
      field: 'asOf',
      message: 'This moment is yet to come. It is now 2026-11-21T10:00:00.000Z.',
    });
  });
});
