import { ERASED, fold, type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import {
  emailFailed,
  emailNotSent,
  emailed,
  invitationId,
  issued,
  lostInstagram,
  mailUndone,
  reconnectRequested,
  resendRequested,
  withdrawalUndone,
  withdrawn,
} from '../invitation/invitation.fixtures';
import { mailToSend } from './mail-to-send';
import { recordMail, recordNotSent } from './record-mail';

const at = new Date('2026-01-15T09:00:05.000Z');
const held = '2026-01-15T09:00:12.000Z';

/** Facts with ids f0, f1, … */
const history = (...facts: InvitationFact[]): Recorded<InvitationFact>[] =>
  facts.map((fact: Fact, index) => recorded(fact, { id: `f${index}` }) as Recorded<InvitationFact>);
const { name, email, brandName, invitedBy } = issued().data;
const rest = { words: {}, inviterId: null, reconnect: null, sendFrom: null, optedOut: false };
const toMisaki = { invitationId, name, email, brandName, invitedBy, linkVersion: 1, ...rest };

describe('the mail that a fact asks for', () => {
  it.each([
    ['issued', [issued()], 'f0'],
    ['asked for again', [issued(), emailed('f0'), resendRequested()], 'f2'],
    ['tried without success', [issued(), emailFailed('f0', false)], 'f0'],
    ['that waited for too long', [issued(), emailNotSent('f0')], 'f0'],
    ['asked for twice at once, for the first', [issued(), resendRequested()], 'f0'],
    ['asked for again after a failure, for the second', [issued(), emailFailed('f0', false), resendRequested()], 'f2'],
    ['withdrawn and issued again, for the new issue', [issued(), withdrawn(2), issued({ linkVersion: 1 })], 'f2'],
  ])('given an invitation %s: to send', (_what, facts, askedBy) => {
    expect(mailToSend(history(...facts), askedBy, at)).toEqual(toMisaki);
  });

  it('says from when it may go out', () => {
    expect(mailToSend(history(issued(), emailed('f0'), resendRequested(held)), 'f2', at)).toEqual({
      ...toMisaki,
      sendFrom: held,
    });
  });

  it('goes on being tried while what was asked for after it can be undone, or was', () => {
    const tried = [issued(), emailFailed('f0', false), resendRequested(held)];
    expect(mailToSend(history(...tried), 'f0', at)).toEqual(toMisaki);
    expect(mailToSend(history(...tried), 'f0', new Date(held))).toBeNull();
    expect(mailToSend(history(...tried, mailUndone('f2')), 'f0', new Date(held))).toEqual(toMisaki);
  });

  it('is tried again after a withdrawal that was undone; what was asked for after it is not', () => {
    const restored = [issued(), emailFailed('f0', false), resendRequested(), withdrawn(), withdrawalUndone()];
    expect(mailToSend(history(...restored), 'f0', at)).toEqual(toMisaki);
    expect(mailToSend(history(...restored), 'f2', at)).toBeNull();
  });

  it('that waited for too long is sent when the operator wants it, also after a withdrawal that was undone', () => {
    const given = [issued(), emailed('f0'), resendRequested(), emailNotSent('f2'), withdrawn(), withdrawalUndone()];
    expect(mailToSend(history(...given), 'f2', at)).toEqual(toMisaki);
  });

  it('names the accounts that it asks to connect again', () => {
    expect(mailToSend(history(issued(), emailed('f0'), reconnectRequested()), 'f2', at)).toEqual({
      ...toMisaki,
      reconnect: [lostInstagram],
    });
  });

  it('goes to the creator as invited last', () => {
    expect(
      mailToSend(
        history(issued(), withdrawn(2), issued({ name: 'Misaki', linkVersion: 3 }), resendRequested()),
        'f3',
        at,
      ),
    ).toEqual({ ...toMisaki, name: 'Misaki', linkVersion: 3 });
  });

  it.each([
    ['was accepted', [issued(), emailed('f0')], 'f0'],
    ['was given up', [issued(), emailFailed('f0', true)], 'f0'],
    ['was tried in vain and asked for again', [issued(), emailFailed('f0', false), resendRequested()], 'f0'],
    ['waited for too long and was asked for again', [issued(), emailNotSent('f0'), resendRequested()], 'f0'],
    ['was undone', [issued(), emailed('f0'), resendRequested(held), mailUndone('f2')], 'f2'],
    ['was not needed any more', [issued(), reconnectRequested(), emailNotSent('f1', 'not-needed')], 'f1'],
    [
      'was tried in vain before a reconnect was asked for',
      [issued(), emailFailed('f0', false), reconnectRequested()],
      'f0',
    ],
    ['is of a withdrawn invitation', [issued(), withdrawn()], 'f0'],
    [
      'was asked for before the invitation was withdrawn and issued again',
      [issued(), resendRequested(), withdrawn(2), issued({ linkVersion: 3 })],
      'f1',
    ],
    ['is for an erased person', [issued({ name: ERASED, email: ERASED, invitedBy: ERASED })], 'f0'],
    ['was asked for by no fact of this invitation', [issued()], 'f9'],
  ])('nothing to send when it %s', (_what, facts, askedBy) => {
    expect(mailToSend(history(...facts), askedBy, at)).toBeNull();
  });
});

describe('what the mail server said', () => {
  const accepted = { accepted: true, messageId: '<f0@linkage.example>' } as const;
  const busy = { accepted: false, temporary: true, reason: 'The mail server is busy.' } as const;
  const refused = { accepted: false, temporary: false, reason: 'The mail server refused the address.' } as const;
  const when = (answer: typeof accepted | typeof busy | typeof refused, ...given: InvitationFact[]) =>
    recordMail({ invitationId, askedBy: 'f0', answer, nextTry: null }, fold(invitation, given));

  it('accepted: e-mailed, also after failures, and after it waited for too long', () => {
    expect(when(accepted, issued())).toEqual([emailed('f0')]);
    expect(when(accepted, issued(), emailFailed('f0', false))).toEqual([emailed('f0')]);
    expect(when(accepted, issued(), emailNotSent('f0'))).toEqual([emailed('f0')]);
  });

  it('refused for good: failed, final', () => {
    expect(when(refused, issued())).toEqual([emailFailed('f0', true, refused.reason)]);
  });

  it('busy: failed for now, each time, with the next try and what the server said', () => {
    expect(when(busy, issued(), emailFailed('f0', false))).toEqual([emailFailed('f0', false)]);
    const nextTry = '2026-11-22T09:00:15.000Z';
    const answer = { ...busy, words: 'Come back soon', status: '450 4.2.0' };
    expect(recordMail({ invitationId, askedBy: 'f0', answer, nextTry }, fold(invitation, [issued()]))).toEqual([
      {
        type: 'InvitationEmailFailed',
        data: { ...emailFailed('f0', false).data, words: answer.words, status: answer.status, nextTry },
      },
    ]);
  });

  it('adds nothing to an outcome that is known', () => {
    for (const answer of [accepted, busy, refused]) {
      expect(when(answer, issued(), emailed('f0'))).toEqual([]);
      expect(when(answer, issued(), emailFailed('f0', true))).toEqual([]);
    }
  });
});

describe('a mail that waited for too long', () => {
  const when = (...given: InvitationFact[]) =>
    recordNotSent({ invitationId, askedBy: 'f0', reason: 'waited-too-long' }, fold(invitation, given));

  it.each([
    ['was never tried', [issued()]],
    ['was tried in vain', [issued(), emailFailed('f0', false)]],
    ['was tried again in vain', [issued(), emailNotSent('f0'), emailFailed('f0', false)]],
  ])('and %s: not sent', (_what, given) => {
    expect(when(...given)).toEqual([emailNotSent('f0')]);
  });

  it.each([
    ['was accepted', [issued(), emailed('f0')]],
    ['was refused for good', [issued(), emailFailed('f0', true)]],
    ['is known not to be sent', [issued(), emailNotSent('f0')]],
  ])('and %s: nothing to add', (_what, given) => {
    expect(when(...given)).toEqual([]);
  });
});
