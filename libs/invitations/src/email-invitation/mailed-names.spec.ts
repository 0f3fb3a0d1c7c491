import { mailedNames } from './mailed-names';

const typed = { name: 'Zoë', brandName: 'Nordlys Agency', invitedBy: 'Ingrid Solheim' };

describe('names in an invitation mail', () => {
  it('stand in our own words', () =>
    expect(mailedNames(typed)).toEqual({
      ...typed,
      greeting: 'Hi Zoë,',
      subject: '“Nordlys Agency” invites you to share your channel figures',
    }));

  it('are left out where they hold an address', () =>
    expect(
      mailedNames({ name: 'Win at evil.com', brandName: 'Your bank: log in at http://evil', invitedBy: 'x@evil.com' }),
    ).toEqual({
      name: '',
      brandName: 'A brand',
      invitedBy: 'A member',
      greeting: 'Hi,',
      subject: '“A brand” invites you to share your channel figures',
    }));

  it('end where they seem to in the subject', () =>
    expect(mailedNames({ ...typed, brandName: 'Your bank” has blocked your account. “' }).subject).toBe(
      '“Your bank has blocked your account. ” invites you to share your channel figures',
    ));

  it('are cut in the subject, by whole characters', () =>
    expect(mailedNames({ ...typed, brandName: '👩🏽‍🎤'.repeat(20) }).subject.length).toBeLessThan(200));
});
