import { fold } from '@linkage/event-sourcing';
import type { MicrositeOpened } from '@linkage/published-facts';
import { reportVisit } from './report-visit';
import { visits } from './visit';

const invitationId = '01936000-0000-7000-8000-000000000001';
const opened = (openedAt: string, linkVersion = 1): MicrositeOpened => ({
  type: 'MicrositeOpened',
  data: { invitationId, linkVersion, openedAt },
});
const report = (given: MicrositeOpened[], at: string, linkVersion = 1) =>
  reportVisit({ invitationId, linkVersion }, fold(visits, given), new Date(at));

describe('report a visit', () => {
  const first = opened('2026-01-15T09:00:00.000Z');

  it('given nothing: opened', () => {
    expect(report([], first.data.openedAt)).toEqual([first]);
  });

  it('given a visit less than four hours ago: nothing to add', () => {
    expect(report([first], '2026-01-15T12:59:59.999Z')).toEqual([]);
  });

  it('given one that is older: opened again', () => {
    expect(report([first], '2026-01-15T13:00:00.000Z')).toEqual([opened('2026-01-15T13:00:00.000Z')]);
  });

  it('given a visit by an earlier link: opened', () => {
    expect(report([first], '2026-01-15T09:01:00.000Z', 3)).toEqual([opened('2026-01-15T09:01:00.000Z', 3)]);
  });
});
