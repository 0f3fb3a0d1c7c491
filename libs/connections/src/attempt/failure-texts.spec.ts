import { ERASED } from '@linkage/event-sourcing';
import { failureReasons, platformIds } from '@linkage/contracts';
import { failureTextOf, type FailureCase } from './failure-texts';

const noa: FailureCase = {
  creatorName: 'Noa Levi',
  platform: 'tiktok',
  missing: [],
  report: null,
  otherAccount: null,
  otherEmail: null,
  otherEnded: false,
};

describe('failure texts', () => {
  it.each(failureReasons)('%s: says what happened, how to help and what to do, as Linkage speaks', (reason) => {
    for (const platform of platformIds) {
      const text = failureTextOf(reason, { ...noa, platform });
      for (const sentence of Object.values(text)) {
        expect(sentence).not.toMatch(
          /undefined|null|\btokens?\b|\bscopes?\b|\bsync|oops|successful|!|X \(Twitter\)|'/i,
        );
        expect(sentence.length).toBeGreaterThan(15);
      }
      expect(text.what).not.toMatch(/\.$/);
      expect(text.help).toMatch(/\.$/);
      expect(text.message).toMatch(/\.$/);
    }
  });

  it('names who did what, and the permission by its label', () => {
    expect(failureTextOf('consent-denied', noa).what).toBe('Noa Levi pressed “Cancel” on TikTok’s page');
    expect(failureTextOf('consent-denied', noa).message).toBe(
      'You pressed “Cancel” on TikTok’s page. Nothing was stored.',
    );
    expect(failureTextOf('permission-unticked', { ...noa, missing: ['View YouTube Analytics'] }).what).toBe(
      'One permission was left unticked',
    );
    expect(
      failureTextOf('permission-unticked', { ...noa, platform: 'youtube', missing: ['View YouTube Analytics'] }).help,
    ).toBe(
      'Without “View YouTube Analytics” YouTube gives no figures. Ask Noa Levi to try again and leave every box ticked.',
    );
    expect(
      failureTextOf('account-linked-elsewhere', {
        ...noa,
        otherAccount: 'chidinma.eats',
        otherEmail: 'marcus@webbtable.example',
      }).help,
    ).toBe('@chidinma.eats is connected through marcus@webbtable.example. Decide which invite keeps it.');
    const linked = { ...noa, otherAccount: 'chidinma.eats', otherEmail: 'marcus@webbtable.example' };
    const ended = failureTextOf('account-linked-elsewhere', { ...linked, otherEnded: true });
    expect(ended.help).toContain('comes back only through that invite. Copy its link for Noa Levi');
    expect(ended.message).toContain('@chidinma.eats was connected through another invite');
    const erased = { ...linked, otherAccount: ERASED, otherEmail: ERASED };
    expect(failureTextOf('account-linked-elsewhere', erased).help).toBe(
      'It belonged to a creator who was erased. It can be connected now: ask Noa Levi to try again.',
    );
    expect(failureTextOf('unexpected', { ...noa, report: '0193-r' }).help).toContain('0193-r');
  });

  it('names every permission that was left unticked', () => {
    const missing = ['View your YouTube account', 'View reports', 'See your e-mail'];
    const text = failureTextOf('permission-unticked', { ...noa, platform: 'youtube', missing });
    expect(text.what).toBe('3 permissions were left unticked');
    expect(text.help).toMatch(/^Without “View your YouTube account”, “View reports”, and “See your e-mail” YouTube /);
  });

  it('has a second cause for Cancel where the platform offers a personal account nothing else', () => {
    const on = (platform: FailureCase['platform']) => failureTextOf('consent-denied', { ...noa, platform }).help;
    expect(on('instagram')).toMatch(
      /^People often worry that the app could post for them\. .* Or it is a personal account: only creator or business accounts can be connected, and switching in Instagram’s settings takes a minute\.$/,
    );
    expect(on('tiktok')).not.toContain('personal account');
  });

  it('explains an account that cannot be watched in the words of its platform', () => {
    const onInstagram = failureTextOf('not-professional-account', { ...noa, platform: 'instagram' });
    expect(onInstagram.what).toBe('Instagram said this is a personal account');
    expect(onInstagram.help).toContain('Ask Noa Levi to switch to “Creator” in Instagram’s settings');
    expect(failureTextOf('no-page', { ...noa, platform: 'facebook' }).message).toContain('manages no Page');
  });

  it('tells a reason that a platform does not have as a refusal', () => {
    expect(failureTextOf('no-channel', noa).what).toBe('TikTok refused the connection');
  });
});
