import { ERASED, type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  emailFailed,
  emailNotSent,
  emailed,
  issued,
  mailReleased,
  mailUndone,
  reconnectRequested,
  resendRequested,
  withdrawalUndone,
  withdrawn,
} from './invitation.fixtures';
import { mailOutbox, type OutboxRow } from './mail-outbox.projection';

const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
/** Facts one minute apart, with ids f0, f1, … */
const after = (...facts: Fact[]): OutboxRow =>
  facts.reduce<OutboxRow | undefined>((row, fact, index) => {
    const told = recorded(fact, { id: `f${index}`, at: at(index) }) as Recorded<never>;
    return mailOutbox.project(row, told, String(mailOutbox.key(told)));
  }, undefined) as OutboxRow;
/** What waits, and from when on it may go. */
const waits = (...facts: Fact[]): readonly (readonly [string, string])[] => {
  const row = after(...facts);
  return row.waiting === 1 ? row.mails.map(({ askedBy, due }) => [askedBy, due] as const) : [];
};
const later = '2026-11-23T09:00:00.000Z';
const failed = (causedBy: string): Fact => {
  const { type, data } = emailFailed(causedBy, false);
  return { type, data: { ...data, nextTry: later } };
};

describe('the outbox', () => {
  it('has a mail as soon as it is asked for, in the lane of its workspace', () => {
    expect(after(issued())).toMatchObject({ lane: 'workspace-1', domain: 'hinata.example', due: at(0), waiting: 1 });
    expect(after(issued({ importId: 'i1' })).lane).toBe('workspace-1 import');
  });

  it.each<[string, Fact[]]>([
    ['was accepted', [issued(), emailed('f0')]],
    ['was refused for good', [issued(), emailFailed('f0', true)]],
    ['was given up', [issued(), failed('f0'), emailNotSent('f0')]],
    ['was undone', [issued(), emailed('f0'), resendRequested(later), mailUndone('f2')]],
    ['waits until it may go out', [issued({ mail: 'waits' })]],
    ['is to a person who was erased', [issued({ email: ERASED })]],
    ['belongs to a withdrawn invitation', [issued(), withdrawn()]],
    [
      'was asked for again, and the invitation withdrawn and that undone',
      [issued(), emailed('f0'), resendRequested(), withdrawn(), withdrawalUndone()],
    ],
    ['was tried in vain before one that was accepted', [issued(), failed('f0'), resendRequested(), emailed('f2')]],
  ])('has none that %s', (_what, facts) => {
    expect(waits(...facts)).toEqual([]);
    expect(after(...facts).due).toBeNull();
  });

  it('has the time from which each may go', () => {
    expect(waits(issued(), emailed('f0'), resendRequested(later))).toEqual([['f2', later]]);
    expect(waits(issued(), failed('f0'))).toEqual([['f0', later]]);
    expect(waits(issued(), failed('f0'), reconnectRequested())).toEqual([
      ['f0', later],
      ['f2', at(2)],
    ]);
    expect(after(issued(), failed('f0'), reconnectRequested()).due).toBe(at(2));
    expect(waits(issued({ mail: 'waits' }), mailReleased())).toEqual([['f1', at(1)]]);
  });

  it('tries one again that failed before there was a next try in the fact', () => {
    expect(waits(issued(), emailFailed('f0', false))).toEqual([['f0', '2026-11-23T08:01:15.000Z']]);
  });

  it('has the first mail again when a withdrawal is undone before it went out', () => {
    expect(waits(issued(), withdrawn(), withdrawalUndone())).toEqual([['f0', at(0)]]);
  });
});
