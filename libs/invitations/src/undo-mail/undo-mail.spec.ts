import { fold, type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import {
  emailFailed,
  emailed,
  issued,
  mailUndone,
  reconnectRequested,
  resendRequested,
} from '../invitation/invitation.fixtures';
import { isMailAsking } from '../invitation/mail-asking';
import { undoMail } from './undo-mail';

const held = '2026-01-15T09:00:12.000Z';
/** Facts with ids f0, f1, … */
const when = (...given: InvitationFact[]) => {
  const facts = given.map((fact: Fact, index) => recorded(fact, { id: `f${index}` }) as Recorded<InvitationFact>);
  return undoMail(facts.findLast(isMailAsking), fold(invitation, given));
};

describe('undo a mail that was asked for', () => {
  it('given one that is held: undone', () => {
    expect(when(issued(), emailed('f0'), resendRequested(held))).toEqual([mailUndone('f2')]);
  });

  it('given one that was undone: nothing to do', () => {
    expect(when(issued(), resendRequested(held), mailUndone('f1'))).toEqual([]);
  });

  it.each([
    ['one that was sent', [issued(), resendRequested(held), emailed('f1')]],
    ['one that was tried', [issued(), resendRequested(held), emailFailed('f1', false)]],
    ['the first invite, which is not held', [issued()]],
    ['what Linkage asks for by itself', [issued(), reconnectRequested()]],
  ])('given %s: refused', (_what, given) => {
    expect(() => when(...given)).toThrow(expect.objectContaining({ kind: 'conflict', code: 'mail-already-sent' }));
  });

  it('given nothing: there is no such invitation', () => {
    expect(() => when()).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
