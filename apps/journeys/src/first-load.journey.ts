import { type CDPSession, type Page } from '@playwright/test';
import { aBrand, connect, linkTo, register } from './support/people';
import { expect, test } from './support/test';
import { apiOf } from './support/workspace-api';

/** What a cold visit to All may transfer as scripts and styles, compressed as the server sends it. */
const MOST_BYTES = 150_000;
/** All letters of these names are in the two smallest sets of the font. */
const creators = ['Amélie Rousseau', 'Łukasz Żółty', 'Søren Håkansson', 'Şeyma Yılmaz', 'Ágnes Kovács-Őry'];
const MOST_FONT_BYTES = 120_000;

interface Loaded {
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
}

/** What comes over the line for a page that is opened for the first time: bodies, as they were sent. */
const loadedBy = async (network: CDPSession, visit: () => Promise<unknown>): Promise<Loaded[]> => {
  const loaded: Loaded[] = [];
  network.on('Network.responseReceived', ({ response: { url, headers }, type }) =>
    loaded.push({ url, type, bytes: Number(headers['content-length'] ?? headers['Content-Length'] ?? NaN) }),
  );
  await visit();
  return loaded;
};

const sum = (loaded: readonly Loaded[], ...types: readonly string[]): number =>
  loaded.filter(({ type }) => types.includes(type)).reduce((total, { bytes }) => total + bytes, 0);

/** How far things have jumped on the page since it was loaded. */
const watchShifts = `window.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

test.describe.serial('the first load', () => {
  let page: Page;
  let network: CDPSession;

  test.beforeAll(async ({ browser, linkage }) => {
    const context = await browser.newContext();
    page = await context.newPage();
    await register(page, linkage, aBrand());
    const api = apiOf(page, linkage);
    await Promise.all(creators.map((name, number) => api.invite({ name, email: `first${number}@load.example` })));
    await page.close();
    page = await context.newPage();
    network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  });
  test.afterAll(() => page.context().close());

  test('of All transfers no more script and style than it may, and two sets of the font', async ({ linkage }) => {
    const loaded = await loadedBy(network, async () => {
      await page.goto(`${linkage.url}/creators`);
      await expect(page.locator('tbody .name')).toHaveCount(creators.length);
      await page.evaluate('document.fonts.ready.then(() => undefined)');
    });
    const listed = loaded.map(({ url, bytes }) => `${bytes} ${url}`).join('\n');
    const code = sum(loaded, 'Script', 'Stylesheet');
    expect(code, listed).toBeGreaterThan(50_000);
    expect(code, listed).toBeLessThan(MOST_BYTES);
    expect(sum(loaded, 'Font'), listed).toBeLessThan(MOST_FONT_BYTES);
    test.info().annotations.push({ type: 'measured', description: `${code} bytes` });
  });

  test('draws an outline before there is any script, and nothing jumps when the page comes', async ({ linkage }) => {
    let letScriptsCome = (): void => undefined;
    const held = new Promise<void>((resolve) => (letScriptsCome = resolve));
    await page.route(/main-[\w-]+\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.addInitScript({ content: watchShifts });
    await page.goto(`${linkage.url}/creators`, { waitUntil: 'commit' });
    await expect(page.locator('#first-paint')).toBeVisible();
    await expect(page.locator('main')).toHaveCount(0);
    letScriptsCome();
    await expect(page.locator('tbody .name')).toHaveCount(creators.length);
    await expect(page.locator('#first-paint')).toHaveCount(0);
    const shift: number = await page.evaluate('window.shifted');
    expect(shift).toBeLessThanOrEqual(0.05);
  });

  for (const width of [320, 1280])
    test(`keeps the place of charts until their code is there, ${width} wide`, async ({ linkage, browser }) => {
      const email = `charts${width}@load.example`;
      await apiOf(page, linkage).invite({ name: 'Lucía Fern', email });
      const microsite = await (await browser.newContext()).newPage();
      await microsite.goto(await linkTo(linkage, email));
      await connect(microsite, linkage, 'YouTube', { as: width === 320 ? 'Lucía Fern' : 'Hidden Harbour' });
      await microsite.context().close();
      const account = async () => (await apiOf(page, linkage).accounts(email)).items[0];
      await expect.poll(async () => (await account())?.lastUpdatedAt ?? null).not.toBeNull();

      const profile = await page.context().newPage();
      await profile.setViewportSize({ width, height: 800 });
      let letChartsCome = (): void => undefined;
      const held = new Promise<void>((resolve) => (letChartsCome = resolve));
      await profile.route(/\.js$/, async (route) => {
        const script = await route.fetch();
        const body = await script.text();
        if (body.includes('[ECharts]')) await held;
        await route.fulfill({ response: script, body });
      });
      await profile.goto(`${linkage.url}/accounts/${(await account())?.accountId}`);
      const charts = profile.locator('app-share-card .chart');
      await expect(charts).toHaveCount(4);
      const heights = () => charts.evaluateAll((all) => all.map((chart) => chart.getBoundingClientRect().height));
      const seen = () =>
        profile.evaluate<boolean[]>(
          `[...document.querySelectorAll('app-share-card .chart')].map((chart) =>
            getComputedStyle(chart, '::before').backgroundColor !== 'rgba(0, 0, 0, 0)')`,
        );
      const before = await heights();
      expect(await seen(), 'outlines of bars').toEqual([true, true, true, true]);
      letChartsCome();
      await expect(charts.locator('svg')).toHaveCount(4);
      await expect.poll(seen).toEqual([false, false, false, false]);
      expect(await heights()).toEqual(before);
      const cut = await charts
        .locator('text')
        .evaluateAll((all) => all.filter((text) => text.textContent?.endsWith('…')).length);
      expect(cut, 'names that are cut').toBe(0);
      await profile.close();
    });
});
