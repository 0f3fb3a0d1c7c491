import { aProblem, aSite } from './testing/site';
import { Page } from './testing/page';

const hide = (hidden: boolean): void => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};
/** Longer than what is waited for here: timers that are due have run. */
const rest = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('the page on a screen', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is told of once', async () => {
    const page = new Page('/connect/the-link', { seenAfter: 0 });
    await page.answer('the-link', aSite());
    await vi.waitFor(() => expect(page.visits()).toHaveLength(1));
    hide(true);
    hide(false);
    await page.answer('the-link', aSite());
    await rest();
    expect(page.visits()).toEqual([]);
  });

  it('is not told of in a tab in the background, until it comes to the front', async () => {
    hide(true);
    const page = new Page('/connect/the-link', { seenAfter: 0 });
    await page.answer('the-link', aSite());
    await rest();
    expect(page.visits()).toEqual([]);
    hide(false);
    await vi.waitFor(() => expect(page.visits()).toHaveLength(1));
  });

  it('is told of at the next look when it could not be told', async () => {
    const page = new Page('/connect/the-link', { seenAfter: 0 });
    await page.answer('the-link', aSite());
    await vi.waitFor(() => page.visits()[0]!.flush(aProblem({}), { status: 500, statusText: 'Down' }));
    hide(true);
    hide(false);
    await vi.waitFor(() => expect(page.visits()).toHaveLength(1));
  });

  it.each([
    ['of a withdrawn invitation', aSite({}, { withdrawn: true })],
    ['that could not be loaded', null],
  ])('is not told of for a page %s', async (_, site) => {
    const page = new Page('/connect/the-link', { seenAfter: 0 });
    if (site === null) await page.refuse('the-link', aProblem({}));
    else await page.answer('the-link', site);
    await rest();
    expect(page.visits()).toEqual([]);
  });
});
