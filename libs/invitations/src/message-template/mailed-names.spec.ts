import { ERASED } from '@linkage/event-sourcing';
import { inSubject, mailedNames } from './mailed-names';

const typed = { name: 'Zoë', brandName: 'Nordlys Agency', invitedBy: 'Ingrid Solheim' };

describe('names in an invitation mail', () => {
  it('stand in our own words', () =>
    expect(mailedNames(typed)).toEqual({
      ...typed,
      greeting: 'Hi Zoë,',
    }));

  it('are left out where they hold an address', () =>
    expect(
      mailedNames({ name: 'Win at evil.com', brandName: 'Your bank: log in at http://evil', invitedBy: 'x@evil.com' }),
    ).toEqual({
      name: '',
      brandName: 'A brand',
      invitedBy: 'A member',
      greeting: 'Hi,',
    }));

  it('are left out where the person was erased', () =>
    expect(mailedNames({ name: ERASED, brandName: 'Nordlys Agency', invitedBy: ERASED })).toEqual({
      name: '',
      brandName: 'Nordlys Agency',
      invitedBy: 'A member',
      greeting: 'Hi,',
    }));

  it('end where they seem to in the subject', () =>
    expect(inSubject('Your bank” has blocked your account. “')).toBe('Your bank has blocked your account. '));

  it('are cut in the subject, by whole characters', () =>
    expect(Array.from(inSubject('👩🏽‍🎤'.repeat(20)))).toHaveLength(60));
});
