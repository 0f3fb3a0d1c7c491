import { failureReasons, platformIds } from '@linkage/contracts';
import { failureTexts, type FailureCase } from './failure-texts';

const noa: FailureCase = {
  creatorName: 'Noa Levi',
  platform: 'tiktok',
  missing: [],
  report: null,
  otherAccount: null,
  otherEmail: null,
};

describe('failure texts', () => {
  it.each(failureReasons)('%s: says what happened, how to help and what to do, as Linkage speaks', (reason) => {
    for (const platform of platformIds) {
      const text = failureTexts[reason];
      const said = [
        text.what({ ...noa, platform }),
        text.help({ ...noa, platform }),
        text.message({ ...noa, platform }),
      ];
      for (const sentence of said) {
        expect(sentence).not.toMatch(
          /undefined|null|\btokens?\b|\bscopes?\b|\bsync|oops|successful|!|X \(Twitter\)|'/i,
        );
        expect(sentence.length).toBeGreaterThan(15);
      }
      expect(text.what({ ...noa, platform })).not.toMatch(/\.$/);
      expect(text.help({ ...noa, platform })).toMatch(/\.$/);
      expect(text.message({ ...noa, platform })).toMatch(/\.$/);
    }
  });

  it('names who did what, and the permission by its label', () => {
    expect(failureTexts['consent-denied'].what(noa)).toBe('Noa Levi pressed “Cancel” on TikTok’s page');
    expect(failureTexts['consent-denied'].message(noa)).toBe(
      'You pressed “Cancel” on TikTok’s page. Nothing was stored.',
    );
    expect(failureTexts['permission-unticked'].what({ ...noa, missing: ['View YouTube Analytics'] })).toBe(
      'One permission was left unticked',
    );
    expect(
      failureTexts['permission-unticked'].help({ ...noa, platform: 'youtube', missing: ['View YouTube Analytics'] }),
    ).toBe(
      'Without “View YouTube Analytics” YouTube gives no figures. Ask Noa Levi to try again and leave every box ticked.',
    );
    expect(
      failureTexts['account-linked-elsewhere'].help({
        ...noa,
        otherAccount: 'chidinma.eats',
        otherEmail: 'marcus@webbtable.example',
      }),
    ).toBe('@chidinma.eats is connected through marcus@webbtable.example. Decide which invite keeps it.');
    expect(failureTexts.unexpected.help({ ...noa, report: '0193-r' })).toContain('0193-r');
  });
});
