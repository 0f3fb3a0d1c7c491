import { invitationPage } from './invitation-page';

const sortOf = (parameters: Parameters<typeof invitationPage>[1]) =>
  invitationPage('w1', parameters).sort.map(({ field, direction }) => `${field} ${direction}`);

describe('page of invitations', () => {
  it('shows, unless asked otherwise, Action Needed first, then Invited, then Active, each newest first', () => {
    expect(invitationPage('w1', {})).toEqual({
      where: { workspaceId: 'w1', listed: 1 },
      sort: [
        { field: 'urgency', direction: 'desc' },
        { field: 'invitedAt', direction: 'desc' },
      ],
      limit: 50,
    });
  });

  it('filters by status, and then sorts by age only', () => {
    expect(invitationPage('w1', { status: 'active', limit: 10 })).toEqual({
      where: { workspaceId: 'w1', listed: 1, status: 'active' },
      sort: [{ field: 'invitedAt', direction: 'desc' }],
      limit: 10,
    });
  });

  it('shows what was withdrawn only when asked', () => {
    expect(invitationPage('w1', { withdrawn: true }).where).toEqual({ workspaceId: 'w1', listed: 0 });
  });

  it('filters by what waits, which may have any status', () => {
    expect(invitationPage('w1', { waiting: true })).toMatchObject({
      where: {
        workspaceId: 'w1',
        listed: 1,
        waiting: { in: ['limits', 'server', 'answer', 'receiver', 'member', 'creator'] },
      },
      sort: [{ field: 'urgency' }, { field: 'invitedAt' }],
    });
  });

  it('sorts by what was asked for; an unknown order is the usual one', () => {
    expect(sortOf({ sort: 'name' })).toEqual(['nameKey asc']);
    expect(sortOf({ sort: 'name', direction: 'desc' })).toEqual(['nameKey desc']);
    expect(sortOf({ sort: 'invitedAt' })).toEqual(['invitedAt desc']);
    expect(sortOf({ sort: 'invitedAt', direction: 'asc' })).toEqual(['invitedAt asc']);
    expect(sortOf({ sort: 'status', direction: 'asc' })).toEqual(['urgency asc', 'invitedAt asc']);
    expect(sortOf({ sort: 'password' })).toEqual(['urgency desc', 'invitedAt desc']);
  });

  it('passes search and cursor on', () => {
    expect(invitationPage('w1', { search: 'mis', cursor: 'c' })).toMatchObject({ search: 'mis', cursor: 'c' });
  });
});
