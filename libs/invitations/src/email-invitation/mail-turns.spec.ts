import { MailTurns, type DueMail } from './mail-turns';

const mail = (lane: string, n: number, domain = `${lane}.example`): DueMail => ({
  stream: `invitation-${lane}-${n}`,
  askedBy: `${lane}${n}`,
  due: '2026-11-01T00:00:00.000Z',
  lane,
  domain,
});
const many = (lane: string, domain?: string): readonly DueMail[] =>
  Array.from({ length: 50 }, (_, n) => mail(lane, n, domain));
const taken = (turns: MailTurns): string[] => {
  const all: string[] = [];
  for (let one = turns.next(); one; one = turns.next()) all.push(one.askedBy);
  return all;
};

describe('the turns of mails', () => {
  it('are taken by lanes alternately, in order within each', () => {
    const turns = new MailTurns({ all: 6, lane: 4, domain: 4 });
    turns.add('a', many('a'));
    turns.add('b', [mail('b', 0)]);
    turns.add('c', many('c'));
    expect(taken(turns)).toEqual(['a0', 'b0', 'c0', 'a1', 'c1', 'a2']);
  });

  it('leave places free for a lane that comes later', () => {
    const turns = new MailTurns({ all: 8, lane: 4, domain: 4 });
    turns.add('a', many('a'));
    expect(taken(turns)).toEqual(['a0', 'a1', 'a2', 'a3']);
    turns.add('b', [mail('b', 0)]);
    expect(taken(turns)).toEqual(['b0']);
  });

  it('leave places free for another receiving domain, in the same lane too', () => {
    const turns = new MailTurns({ all: 8, lane: 6, domain: 2 });
    turns.add('a', [...many('a', 'slow.example'), mail('a', 99, 'fast.example')]);
    turns.add('b', many('b', 'slow.example'));
    expect(taken(turns)).toEqual(['a0', 'b0', 'a99']);
  });

  it('free a place when a mail has ended', () => {
    const turns = new MailTurns({ all: 1, lane: 1, domain: 1 });
    turns.add('a', many('a'));
    turns.add('b', many('b'));
    const first = turns.next();
    expect(turns.next()).toBeUndefined();
    turns.ended(first as DueMail);
    expect(turns.next()?.askedBy).toBe('b0');
  });

  it('never send two mails of one invitation at once', () => {
    const turns = new MailTurns({ all: 4, lane: 4, domain: 4 });
    turns.add('a', [mail('a', 1), { ...mail('a', 1), askedBy: 'again' }]);
    expect(taken(turns)).toEqual(['a1']);
    expect(turns.isUnderWay('invitation-a-1')).toBe(true);
  });
});
