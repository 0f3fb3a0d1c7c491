import { TestBed } from '@angular/core/testing';
import { manifests } from '@linkage/platform-guide';
import { aSite, anAccount } from '../testing/site';
import { Page } from '../testing/page';

const { question, why, steps } = manifests.instagram.firstQuestion;
const connecting = 'the-link/connections/instagram';
const asked = (page: Page): string => (page.all('ms-first-question')[0]?.textContent ?? '').replace(/\s+/g, ' ');

describe('before a platform is opened where many accounts cannot be connected', () => {
  const pressed = async (site = aSite(), options?: ConstructorParameters<typeof Page>[1]): Promise<Page> => {
    const page = new Page('/connect/the-link', options);
    await page.answer('the-link', site);
    await page.press('Connect Instagram');
    return page;
  };

  it('one question is asked, with its reason, and yes goes on', async () => {
    const page = await pressed();
    expect(asked(page)).toContain(question);
    expect(asked(page)).toContain(why);
    expect(page.left).toEqual([]);
    expect(document.activeElement).toBe(page.button('Yes, go on'));
    await page.press('Yes, go on');
    expect(page.request(connecting, 'POST').request.body).toEqual({});
    expect(asked(page)).toBe('');
  });

  it('no, or not sure: says how to switch, step by step, and goes on or back', async () => {
    const page = await pressed();
    await page.press('No, or not sure');
    for (const step of steps) expect(asked(page)).toContain(step);
    expect(document.activeElement?.textContent).toBe('Nothing is lost. Here is how:');
    await page.press('Not now');
    expect(asked(page)).toBe('');
    expect(document.activeElement).toBe(page.button('Connect Instagram'));
    await page.press('Connect Instagram');
    await page.press('No, or not sure');
    await page.press('Go on to Instagram');
    page.request(connecting, 'POST');
  });

  it('blocks no creator: it can be skipped, and Escape leads back', async () => {
    const page = await pressed();
    page.button('Yes, go on').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await page.settle();
    expect(asked(page)).toBe('');
    await page.press('Connect Instagram');
    await page.press('Skip this question');
    page.request(connecting, 'POST');
  });

  it('is not asked again in the same visit, also after the platform’s page', async () => {
    const first = await pressed();
    await first.press('Yes, go on');
    first.request(connecting, 'POST').flush({ attemptId: 'a', authorizeUrl: 'https://platform.example/' });
    TestBed.resetTestingModule();
    const back = await pressed(aSite(), { sameVisit: true });
    expect(asked(back)).toBe('');
    back.request(connecting, 'POST');
  });

  it('is asked where the browser keeps nothing for pages, once on this page', async () => {
    const closed = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    try {
      const page = await pressed(aSite(), { sameVisit: true });
      await page.press('Yes, go on');
      await page.refuse(connecting, { type: '', title: '', status: 503, code: 'unavailable', detail: 'Busy.' }, 'POST');
      await page.press('Connect Instagram');
      expect(asked(page)).toBe('');
      page.request(connecting, 'POST');
    } finally {
      closed.mockRestore();
    }
  });

  it('one at a time, and none about a platform where every account will do', async () => {
    const site = aSite();
    const platforms = site.platforms.map((each) => ({ ...each, available: true }));
    const page = await pressed({ ...site, platforms });
    await page.press('Connect Facebook');
    expect(page.all('ms-first-question')).toHaveLength(1);
    expect(asked(page)).toContain('Do you manage a Facebook Page?');
    await page.press('Connect YouTube');
    page.request('the-link/connections/youtube', 'POST');
  });

  it.each(['password-changed', 'disconnected'] as const)(
    'is not asked of an account that worked before (%s)',
    async (cause) => {
      const page = new Page();
      await page.answer('the-link', aSite({ instagram: [anAccount('darya', cause)] }));
      await page.press('Reconnect @darya on Instagram');
      expect(asked(page)).toBe('');
      expect(page.request(connecting, 'POST').request.body).toEqual({ reconnects: 'id-of-darya' });
    },
  );
});
