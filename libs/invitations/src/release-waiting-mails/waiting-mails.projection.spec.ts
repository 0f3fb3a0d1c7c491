import { type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  emailFailed,
  emailNotSent,
  emailed,
  invitationId,
  issued,
  mailReleased,
  mailUndone,
  resendRequested,
  withdrawalUndone,
  withdrawn,
} from '../invitation/invitation.fixtures';
import { waitingMails, type WaitingMail } from './waiting-mails.projection';

const waits = issued({ mail: 'waits' });
const optedOut: Fact = { type: 'CreatorOptedOut', data: { invitationId, by: 'page' } };
const optedIn: Fact = { type: 'CreatorOptedIn', data: { invitationId } };
/** 1: it is looked at with each release; undefined: it is forgotten. */
const openAfter = (...facts: Fact[]): WaitingMail['open'] | undefined =>
  facts.reduce<WaitingMail | undefined>((row, fact) => {
    if (!(waitingMails.on as readonly string[]).includes(fact.type)) return row;
    const told = recorded(fact) as Recorded<never>;
    return waitingMails.project(row, told, String(waitingMails.key(told)));
  }, undefined)?.open;

describe('a mail that waits for the limits', () => {
  it.each<[string, Fact[], WaitingMail['open'] | undefined]>([
    ['may be released', [waits], 1],
    ['was released', [waits, mailReleased()], undefined],
    ['did not wait', [issued()], undefined],
    ['was asked for in another way', [waits, resendRequested()], 0],
    ['was asked for in another way, and that undone', [waits, resendRequested(), mailUndone('f1')], 1],
    ['went out in another way', [waits, resendRequested(), emailed('f1')], undefined],
    ['was refused when asked for in another way', [waits, resendRequested(), emailFailed('f1', true)], undefined],
    ['was given up when asked for in another way', [waits, resendRequested(), emailNotSent('f1')], undefined],
    ['was deferred when asked for in another way', [waits, resendRequested(), emailFailed('f1', false)], 0],
    ['is of a withdrawn invitation', [waits, withdrawn()], 0],
    ['is of an invitation that is back', [waits, withdrawn(), withdrawalUndone()], 1],
    ['is back without what was asked for instead', [waits, resendRequested(), withdrawn(), withdrawalUndone()], 1],
    ['is to a creator who wants none', [waits, optedOut], 0],
    ['is to a creator who wants mails again', [waits, optedOut, optedIn], 1],
    ['is back, to a creator who wants none', [waits, optedOut, withdrawn(), withdrawalUndone()], 0],
    ['is withdrawn, to a creator who wants mails again', [waits, optedOut, withdrawn(), optedIn], 0],
  ])('%s', (_what, facts, open) => expect(openAfter(...facts)).toBe(open));
});
