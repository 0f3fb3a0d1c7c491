import type { ImportProgress } from '@linkage/contracts';
import { figuresOf } from './import-figures';

const none: ImportProgress['states'] = { waiting: 0, sending: 0, sent: 0, failed: 0, 'by-hand': 0, withdrawn: 0 };
const ofTen = (states: Partial<ImportProgress['states']>, more: Partial<ImportProgress> = {}): ImportProgress => ({
  importId: 'i',
  fileName: 'spring.csv',
  startedAt: '2026-01-15T09:00:00.000Z',
  finishedAt: '2026-01-15T09:01:00.000Z',
  rows: 10,
  skipped: 0,
  already: 0,
  states: { ...none, ...states },
  ...more,
});

describe('how far an import is', () => {
  it('is over once its rows are invitations and no mail is on its way', () => {
    expect(figuresOf(ofTen({ sent: 4 }, { finishedAt: null }))).toMatchObject({ isOver: false, done: 4 });
    expect(figuresOf(ofTen({ sent: 9, sending: 1 }))).toMatchObject({ isOver: false, done: 9 });
    expect(figuresOf(ofTen({ sent: 9, waiting: 1 }))).toMatchObject({ isOver: false, done: 9 });
    expect(figuresOf(ofTen({ sent: 7, failed: 1, withdrawn: 1 }, { already: 1 }))).toEqual({
      isOver: true,
      done: 10,
      sentence: '7 of 10 e-mails sent, 1 not sent, 1 withdrawn, 1 invited before.',
    });
  });

  it('counts rows as withdrawn that were invited again by another file', () => {
    expect(figuresOf(ofTen({}))).toEqual({
      isOver: true,
      done: 10,
      sentence: '0 of 10 e-mails sent, 10 withdrawn.',
    });
    expect(figuresOf(ofTen({ sent: 3, withdrawn: 1 }, { already: 2 }))).toMatchObject({
      isOver: true,
      done: 10,
      sentence: '3 of 10 e-mails sent, 5 withdrawn, 2 invited before.',
    });
  });
});
