import { Component } from '@angular/core';
import { openPage, until } from '../testing/open-page';
import { Audience } from './audience';

const none = { is: 'not-offered' } as const;
const small = { is: 'below-threshold' } as const;
const notYet = { is: 'not-yet' } as const;

@Component({
  selector: 'app-of-twitch',
  imports: [Audience],
  template: `<app-audience accountId="a1" platform="twitch" />`,
})
class OfTwitch {}

@Component({
  selector: 'app-of-youtube',
  imports: [Audience],
  template: `<app-audience accountId="a1" platform="youtube" />`,
})
class OfYoutube {}

@Component({
  selector: 'app-of-instagram',
  imports: [Audience],
  template: `<app-audience accountId="a1" platform="instagram" [followers]="73" />`,
})
class OfInstagram {}

@Component({
  selector: 'app-of-facebook',
  imports: [Audience],
  template: `<app-audience accountId="a1" platform="facebook" />`,
})
class OfFacebook {}

describe('the audience', () => {
  it('is one sentence where the platform tells nothing of it, and no empty charts', async () => {
    const page = await openPage(OfTwitch, 'x', '/x');
    const body = { of: 'followers', asOf: null, countries: none, cities: none, ages: none, genders: none };
    (await page.asked('/api/accounts/a1/audience')).flush(body);
    await until(() => expect(page.text()).toContain('Twitch tells no app who a channel’s followers are.'));
    expect(page.element.querySelectorAll('app-share-card')).toHaveLength(0);
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/data-guide#twitch-audience-countries');
  });

  it('has four cards elsewhere, each with its own reason', async () => {
    const page = await openPage(OfYoutube, 'x', '/x');
    const body = { of: 'viewers', asOf: null, countries: notYet, cities: notYet, ages: small, genders: none };
    (await page.asked('/api/accounts/a1/audience')).flush(body);
    await until(() => expect(page.element.querySelectorAll('app-share-card')).toHaveLength(4));
  });

  it('says once what is below the threshold, with its number and the account’s', async () => {
    const page = await openPage(OfInstagram, 'x', '/x');
    const body = { of: 'followers', asOf: null, countries: small, cities: small, ages: small, genders: small };
    (await page.asked('/api/accounts/a1/audience')).flush(body);
    await until(() =>
      expect(page.text()).toContain(
        'Below Instagram’s threshold. From 100 followers on. This account has 73. Countries, cities, ages, and genders appear here as soon as there are enough.',
      ),
    );
    expect(page.element.querySelectorAll('app-share-card, .lk-skeleton')).toHaveLength(0);
    expect(page.text()).toContain('73 followers');
  });

  it('says once what a platform gives of no account, for the same reason', async () => {
    const page = await openPage(OfFacebook, 'x', '/x');
    const body = { of: 'followers', asOf: null, countries: notYet, cities: notYet, ages: none, genders: none };
    (await page.asked('/api/accounts/a1/audience')).flush(body);
    await until(() => expect(page.text()).toContain('Ages and genders are not offered by Facebook.'));
    expect(page.text().match(/March 2024/gu)).toHaveLength(1);
    expect(page.element.querySelectorAll('app-share-card')).toHaveLength(2);
  });

  it('does not take what a platform names for all there is', async () => {
    const page = await openPage(OfInstagram, 'x', '/x');
    const places = Array.from({ length: 45 }, (_, n) => ({ key: `k${n}`, label: `Place ${n}`, share: 1 / 45 }));
    const value = { is: 'value', value: { named: places.slice(0, 3), all: places, others: 42 / 45 } } as const;
    const body = { of: 'followers', asOf: null, countries: value, cities: none, ages: none, genders: none };
    (await page.asked('/api/accounts/a1/audience')).flush(body);
    await until(() => expect(page.text()).toContain('Top 3 of the 45 named by Instagram, share of followers'));
  });

  it('lists every place that the platform names in a drawer', async () => {
    const page = await openPage(OfInstagram, 'x', '/x');
    const places = Array.from({ length: 45 }, (_, n) => ({ key: `k${n}`, label: `Place ${n}`, share: 1 / 50 }));
    const all = { is: 'value', value: { named: places.slice(0, 3), all: places, others: 0.94 } } as const;
    const few = { is: 'value', value: { named: places.slice(0, 3), all: places.slice(0, 3), others: 0.94 } } as const;
    const body = { of: 'followers', asOf: null, countries: few, cities: all, ages: none, genders: none };
    (await page.asked('/api/accounts/a1/audience')).flush(body);
    await until(() => expect(page.text()).toContain('All 45 cities'));
    expect(page.element.querySelectorAll('.all')).toHaveLength(1);
    page.button('All 45 cities: Which cities?').click();
    const rows = () => [...document.querySelectorAll('app-share-list tbody tr')].map(({ textContent }) => textContent);
    await until(() => expect(rows()).toHaveLength(46));
    expect(rows()[44]).toContain('Place 44');
    expect(rows()[45]).toContain('Others');
    expect(document.querySelector('app-share-list')?.textContent).toContain('As Instagram names them');
  });
});
