import { inAppBrowser } from './in-app-browser';
import { aProblem, aSite } from './testing/site';
import { Page } from './testing/page';

const userAgent = (value: string): void => void vi.spyOn(window.navigator, 'userAgent', 'get').mockReturnValue(value);
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36';

describe('the page', () => {
  afterEach(() => vi.restoreAllMocks());

  it('gives ways on when the link does not work', async () => {
    const page = new Page();
    await page.refuse('the-link', aProblem({ status: 404, code: 'not-found', detail: 'No.' }));
    expect(page.heading).toBe('This link does not work');
    expect(page.text).toContain('Open the newest e-mail that you got');
    expect(page.all('footer a')).toEqual([]);
  });

  it.each(['/connect/', '/connect', '/connect/a/b', '/connect/%E0%A4%A'])(
    'asks nothing for an address without a link: %s',
    (path) => {
      const page = new Page(path);
      expect(page.heading).toBe('This link does not work');
      page.http.verify();
    },
  );

  it.each([
    ['/connect/unknown?problem=other-browser', 'This is another browser'],
    ['/connect/unknown?problem=unknown-authorization', 'This sign-in has ended'],
    ['/connect/unknown?problem=toString', 'This link does not work'],
  ])('tells a return without an attempt here what to do, and asks nothing: %s', (path, heading) => {
    const page = new Page(path);
    expect(page.heading).toBe(heading);
    expect(page.all('.ways li').length).toBeGreaterThan(1);
    page.http.verify();
  });

  it('says when the page could not be loaded, and loads it on request', async () => {
    const page = new Page();
    await page.refuse('the-link', aProblem({ status: 500, detail: 'Linkage could not do this.', reference: 'ref-9' }));
    expect(page.heading).toBe('This page could not be loaded');
    expect(page.text).toContain('Linkage could not do this. Nothing is lost; your link stays valid.');
    expect(page.text).toContain('Reference ref-9');
    expect(page.all('header')[0]?.textContent).toContain('Linkage');
    await page.press('Try again');
    await page.answer('the-link', aSite());
    expect(page.heading).toBe('Hi Darya, connect your accounts');
  });

  it('waits for the connection when there is none', async () => {
    vi.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
    const page = new Page();
    await page.loseConnection('the-link');
    expect(page.text).toContain('You are offline.');
    window.dispatchEvent(new Event('online'));
    await page.answer('the-link', aSite());
    expect(page.heading).toBe('Hi Darya, connect your accounts');
  });

  it('is usable again when the browser brings it back from its memory', async () => {
    const page = new Page();
    await page.answer('the-link', aSite());
    await page.press('Connect YouTube');
    await page.answer(
      'the-link/connections/youtube',
      { attemptId: 'a', authorizeUrl: 'https://platform.example/' },
      'POST',
    );
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await page.answer('the-link', aSite());
    expect(page.button('Connect YouTube').disabled).toBe(false);
  });

  it('sees what another tab has done', async () => {
    const page = new Page();
    await page.answer('the-link', aSite());
    document.dispatchEvent(new Event('visibilitychange'));
    await page.answer('the-link', aSite({}, { brand: 'Nordlys & Co' }));
    expect(page.text).toContain('Nordlys & Co');
  });

  it('has help for every platform, and links that reach it', async () => {
    const page = new Page();
    await page.answer('the-link', aSite());
    expect(page.all('summary').map((summary) => summary.textContent)).toEqual([
      'How connecting works',
      'Tips for each platform',
      'If it does not work',
      'Privacy',
    ]);
    expect(page.all('.help h3').map((name) => name.textContent)).toEqual([
      'Instagram',
      'YouTube',
      'TikTok',
      'Facebook',
      'X (Twitter)',
      'Twitch',
    ]);
    expect(page.all('footer a').map((link) => link.getAttribute('href'))).toEqual([
      '/connect/the-link#help',
      '/connect/the-link#privacy',
    ]);
  });

  it('knows the browsers inside other apps', () => {
    const page = 'https://linkage.example/connect/abc';
    expect(inAppBrowser(`${iphone} Instagram 300.0.0.0`, page)).toEqual({ app: 'Instagram', openUrl: null });
    expect(inAppBrowser(`${android} [FB_IAB/FB4A;FBAV/440.0;]`, page)).toEqual({
      app: 'Facebook',
      openUrl: 'intent://linkage.example/connect/abc#Intent;scheme=https;action=android.intent.action.VIEW;end',
    });
    expect(inAppBrowser(`${iphone} musical_ly_30.0 BytedanceWebview/d8a21c6`, page)?.app).toBe('TikTok');
    for (const own of [
      `${iphone} Version/17.0 Safari/604.1`,
      android.replace('Version/4.0 ', ''),
      'Mozilla/5.0 (X11; Linux x64; rv:130.0) Gecko/20100101 Firefox/130.0',
    ])
      expect(inAppBrowser(own, page)).toBeNull();
  });

  it.each([
    [true, 'Copied. Paste it into your browser.'],
    [false, 'Copy it by hand:'],
  ])('shows the way out of another app, with the link to copy (allowed: %s)', async (allowed, said) => {
    userAgent(`${iphone} Instagram 300.0.0.0`);
    const copied: string[] = [];
    const writeText = (text: string): Promise<void> =>
      allowed ? Promise.resolve(void copied.push(text)) : Promise.reject(new Error('forbidden'));
    Object.defineProperty(window.navigator, 'clipboard', { configurable: true, value: { writeText } });
    const page = new Page('/connect/the-link?attempt=');
    await page.answer('the-link', aSite());
    expect(page.text).toContain(
      'You are inside Instagram. Signing in to other platforms often fails here. Use the menu',
    );
    await page.press('Copy link');
    await vi.waitFor(() => expect(page.text).toContain(said));
    const link = `${window.location.origin}/connect/the-link`;
    expect(allowed ? copied : page.all('input').map((input) => (input as HTMLInputElement).value)).toEqual([link]);
  });

  it('offers to open the phone’s own browser where that can be done', async () => {
    userAgent(`${android} Instagram 300.0.0.0 Android`);
    const page = new Page();
    await page.answer('the-link', aSite());
    expect(page.all('.notice a')[0]?.getAttribute('href')).toMatch(
      /^intent:\/\/localhost.*\/connect\/the-link#Intent;scheme=http;/,
    );
  });
});
