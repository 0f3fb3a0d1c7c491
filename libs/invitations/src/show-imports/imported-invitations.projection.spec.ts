import type { ImportedState } from '@linkage/contracts';
import { type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  emailBounced,
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
} from '../invitation/invitation.fixtures';
import { importedInvitations, type ImportedInvitation } from './imported-invitations.projection';

const importId = '01936000-0000-4000-8000-000000000042';
const row = issued({ importId });
const waits = issued({ importId, mail: 'waits' });
/** Facts with ids f0, f1, … */
const after = (...facts: Fact[]): ImportedInvitation | undefined =>
  facts.reduce<ImportedInvitation | undefined>((known, fact, index) => {
    const told = recorded(fact, { id: `f${index}` }) as Recorded<never>;
    if (!(importedInvitations.on as readonly string[]).includes(fact.type)) return known;
    return importedInvitations.project(known, told, String(importedInvitations.key(told)));
  }, undefined);

describe('what became of a row of a file', () => {
  it.each<[string, Fact[], ImportedState]>([
    ['its mail is on its way', [row], 'sending'],
    ['its mail waits', [waits], 'waiting'],
    ['its mail waited and goes out', [waits, mailReleased()], 'sending'],
    ['its mail waited and went out', [waits, mailReleased(), emailed('f1')], 'sent'],
    ['there was no mail server', [issued({ importId, mail: 'none' })], 'by-hand'],
    ['its mail is tried again', [row, emailFailed('f0', false)], 'sending'],
    ['its mail was accepted', [row, emailed('f0')], 'sent'],
    ['its mail was refused', [row, emailFailed('f0', true)], 'failed'],
    ['its mail waited for too long', [row, emailNotSent('f0')], 'failed'],
    ['its mail came back', [row, emailed('f0'), emailBounced('f0')], 'failed'],
    ['it was refused, and is sent again', [row, emailFailed('f0', true), resendRequested()], 'sending'],
    [
      'it was refused, and that it is sent again was undone',
      [row, emailFailed('f0', true), resendRequested(), mailUndone('f2')],
      'failed',
    ],
    ['it waits, and that another was asked for was undone', [waits, resendRequested(), mailUndone('f1')], 'waiting'],
    ['it was accepted, and is sent again', [row, emailed('f0'), resendRequested()], 'sent'],
    [
      'it was sent again, and the older mail came back',
      [row, emailed('f0'), resendRequested(), emailed('f2'), emailBounced('f0')],
      'sent',
    ],
    [
      'it was sent again, and the newer mail came back',
      [row, emailed('f0'), resendRequested(), emailed('f2'), emailBounced('f2')],
      'failed',
    ],
    [
      'it was accepted, and a reconnect was refused',
      [row, emailed('f0'), reconnectRequested(), emailFailed('f2', true)],
      'sent',
    ],
    ['it is withdrawn', [row, emailed('f0'), withdrawn()], 'withdrawn'],
    ['its withdrawal was undone', [row, emailed('f0'), withdrawn(), withdrawalUndone()], 'sent'],
    ['its withdrawal was undone while its mail waits', [waits, withdrawn(), withdrawalUndone()], 'waiting'],
    [
      'another mail was asked for, and dropped with the withdrawal',
      [waits, resendRequested(), withdrawn(), withdrawalUndone()],
      'waiting',
    ],
    [
      'another mail was asked for, and went out during the withdrawal',
      [waits, resendRequested(), withdrawn(), emailed('f1'), withdrawalUndone()],
      'sent',
    ],
    ['its mail was accepted while it was withdrawn', [row, withdrawn(), emailed('f0')], 'withdrawn'],
  ])('%s', (_what, facts, state) => expect(after(...facts)?.state).toBe(state));

  it('is told of rows of files alone', () => {
    expect(after(issued())).toBeUndefined();
    expect(after(emailed('f9'))).toBeUndefined();
  });
});
