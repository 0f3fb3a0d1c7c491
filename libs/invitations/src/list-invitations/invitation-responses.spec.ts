import type { Fact, Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import type { AttemptFact, MicrositeOpened } from '@linkage/published-facts';
import { invitationId, issued } from '../invitation/invitation.fixtures';
import {
  invitationResponses,
  openChoices,
  openedBy,
  unsuccessfulTries,
  type InvitationResponses,
} from './invitation-responses.projection';

const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
/** Facts one minute apart. */
const after = (...facts: Fact[]): InvitationResponses | undefined =>
  facts.reduce<InvitationResponses | undefined>((row, fact, index) => {
    const told = recorded(fact, { id: `f${index}`, at: at(index) }) as Recorded<never>;
    return invitationResponses.project(row, told, String(invitationResponses.key(told)));
  }, undefined);

const told = issued({ visits: 'told' });
const opened: MicrositeOpened = { type: 'MicrositeOpened', data: { invitationId, linkVersion: 1, openedAt: at(0) } };
type Platform = AttemptFact['data']['platform'];
const of = (attemptId: string, platform: Platform = 'instagram') => ({ attemptId, invitationId, platform });
const person = { creatorName: '田中 美咲', creatorEmail: 'misaki.tanaka@hinata.example' };
const started = (attemptId: string, platform?: Platform): AttemptFact => ({
  type: 'AuthorizationStarted',
  data: { ...of(attemptId, platform), ...person },
});
const offered = (attemptId: string, count: number, platform?: Platform): AttemptFact => ({
  type: 'AuthorizationChoiceOffered',
  data: { ...of(attemptId, platform), offered: count, until: at(59) },
});
const failed = (attemptId: string, platform?: Platform): AttemptFact => ({
  type: 'AuthorizationFailed',
  data: { ...of(attemptId, platform), reason: 'consent-denied', step: 2 },
});
const abandoned = (attemptId: string): AttemptFact => ({
  type: 'AuthorizationAbandoned',
  data: { ...of(attemptId), step: 2 },
});
const succeeded = (attemptId: string): AttemptFact => ({
  type: 'AuthorizationSucceeded',
  data: { ...of(attemptId), accountId: 'a1' },
});

describe('invitation-responses', () => {
  it('says whether the page was opened, and that it is not known of an invite from before openings were told', () => {
    expect(openedBy(after(told))).toEqual({ at: null });
    expect(openedBy(after(told, opened))).toEqual({ at: at(1) });
    expect(openedBy(after(issued()))).toBeNull();
    expect(openedBy(after(issued(), opened))).toEqual({ at: at(1) });
    expect(openedBy(undefined)).toBeNull();
  });

  it('takes a connection that was started for an opening', () => {
    expect(openedBy(after(issued(), started('1')))).toEqual({ at: at(1) });
  });

  it('counts attempts that failed or were left unfinished, the platform tried last first', () => {
    const row = after(told, started('1'), failed('1'), started('2'), started('3', 'youtube'), failed('3', 'youtube'));
    expect(unsuccessfulTries(row)).toEqual([
      { platform: 'youtube', times: 1, at: at(5) },
      { platform: 'instagram', times: 1, at: at(2) },
    ]);
    expect(unsuccessfulTries(after(told, started('1'), failed('1'), started('2'), abandoned('2')))).toEqual([
      { platform: 'instagram', times: 2, at: at(4) },
    ]);
  });

  it('counts none that was followed by success, also when it is given up only later', () => {
    expect(unsuccessfulTries(after(told, started('1'), failed('1'), started('2'), succeeded('2')))).toEqual([]);
    expect(unsuccessfulTries(after(told, started('1'), started('2'), succeeded('2'), abandoned('1')))).toEqual([]);
    expect(unsuccessfulTries(after(told, started('1'), succeeded('1'), started('2'), failed('2')))).toEqual([
      { platform: 'instagram', times: 1, at: at(4) },
    ]);
  });

  it('says where a choice or a confirmation is open, the newest first, until the attempt has ended', () => {
    const row = after(told, started('1'), offered('1', 3), started('2', 'youtube'), offered('2', 1, 'youtube'));
    expect(openChoices(row)).toEqual([
      { platform: 'youtube', offered: 1, at: at(4) },
      { platform: 'instagram', offered: 3, at: at(2) },
    ]);
    for (const end of [succeeded, failed, abandoned])
      expect(openChoices(after(told, started('1'), offered('1', 3), end('1')))).toEqual([]);
    expect(openChoices(after(told, started('1'), offered('1', 3), told))).toEqual([]);
    expect(openChoices(undefined)).toEqual([]);
  });

  it('begins anew when the invite is issued again', () => {
    const row = after(told, opened, started('1'), failed('1'), told);
    expect([openedBy(row), unsuccessfulTries(row)]).toEqual([{ at: null }, []]);
  });

  it('makes no row for facts of an invitation that it never heard of', () => {
    for (const fact of [opened, started('1'), failed('1')]) expect(after(fact)).toBeUndefined();
  });
});
