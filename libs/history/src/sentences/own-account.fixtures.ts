import type { ContextFact } from './sentences';

/** What a member changes of the own account. */
export const ofAccountsOfPeople = (workspaceId: string, memberId: string) => {
  const change = { workspaceId, memberId, changeId: 'c1' };
  return {
    preferences: {
      type: 'PreferencesChanged',
      data: { memberId, theme: 'dark', density: 'compact', timeZone: 'Europe/Oslo', firstDay: 'monday' },
    } satisfies ContextFact,
    viewSaved: {
      type: 'ViewSaved',
      data: { memberId, viewId: 'v1', list: 'invitations', name: 'Not opened', query: 'status=invited' },
    } satisfies ContextFact,
    viewDeleted: { type: 'ViewDeleted', data: { memberId, viewId: 'v1' } } satisfies ContextFact,
    renamed: {
      type: 'MemberRenamed',
      data: { workspaceId, memberId, name: 'Mara Lind-Berg', former: 'Mara Lind' },
    } satisfies ContextFact,
    emailChangeRequested: {
      type: 'EmailChangeRequested',
      data: {
        ...change,
        email: 'mara@lind.example',
        confirmsFormer: true,
        aloneFrom: '2026-04-08T09:00:00.000Z',
        until: '2026-04-15T09:00:00.000Z',
      },
    } satisfies ContextFact,
    emailChangeMailRequested: { type: 'EmailChangeMailRequested', data: change } satisfies ContextFact,
    emailChangeConfirmed: (
      side: 'former' | 'new' | 'member' = 'new',
    ): Extract<ContextFact, { type: 'EmailChangeConfirmed' }> => ({
      type: 'EmailChangeConfirmed',
      data: { ...change, side },
    }),
    emailChangeStopped: (
      by: 'member' | 'mail' | 'taken' = 'mail',
    ): Extract<ContextFact, { type: 'EmailChangeStopped' }> => ({
      type: 'EmailChangeStopped',
      data: { ...change, by },
    }),
    emailChanged: {
      type: 'EmailChanged',
      data: { ...change, email: 'mara@lind.example', former: 'mara@nordlys.example' },
    } satisfies ContextFact,
  };
};
