import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withNavigationErrorHandler, withRouterConfig } from '@angular/router';
import { AppErrorHandler, MissingCode, meetFailedNavigation } from './missing-code';
import { LOAD_PAGE } from './page-load';
import { Version, heardVersion } from './version';

const missing = (part = 'chunk-B1ShGH_S'): TypeError =>
  new TypeError(`Failed to fetch dynamically imported module: /${part}.js`);
const gone = (): Promise<never> => Promise.reject(missing());

describe('a page whose code is missing', () => {
  let loaded: string[];
  let server: HttpTestingController;
  const answers = (build = 'older'): void =>
    server.expectOne('/api/about').flush({}, { headers: { 'X-Linkage-Build': build } });
  const opens = (address: string): void => void TestBed.inject(Router).navigateByUrl(address);

  beforeEach(async () => {
    sessionStorage.clear();
    loaded = [];
    document.head.insertAdjacentHTML('beforeend', '<meta name="linkage-build" content="older" />');
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([heardVersion])),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'creators', children: [] },
            { path: '**', loadComponent: gone },
          ],
          withNavigationErrorHandler(meetFailedNavigation),
          withRouterConfig({ resolveNavigationPromiseOnError: true }),
        ),
        { provide: LOAD_PAGE, useValue: (address: string) => loaded.push(address) },
        { provide: ErrorHandler, useClass: AppErrorHandler },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    await TestBed.inject(Router).navigateByUrl('/creators');
  });
  afterEach(() => document.querySelector('meta[name="linkage-build"]')?.remove());

  it('is loaded anew where it was to go', async () => {
    opens('/history?kind=invites');
    await vi.waitFor(() => answers('newer'));
    await vi.waitFor(() => expect(loaded).toEqual(['/history?kind=invites']));
    expect(TestBed.inject(Version).outdated()).toBe(true);
  });

  it('says so when the server is away, and can be tried again', async () => {
    opens('/history');
    await vi.waitFor(() => server.expectOne('/api/about').error(new ProgressEvent('error')));
    await vi.waitFor(() => expect(TestBed.inject(MissingCode).missing()).toBe('/history'));
    expect(loaded).toEqual([]);
    TestBed.inject(MissingCode).again();
    expect(TestBed.inject(MissingCode).missing()).toBeNull();
    await vi.waitFor(() => answers());
    await vi.waitFor(() => expect(loaded).toEqual(['/history']));
  });

  it('is not loaded again and again', async () => {
    for (const said of [null, '/history']) {
      opens('/history');
      await vi.waitFor(() => answers());
      await vi.waitFor(() => expect(TestBed.inject(MissingCode).missing()).toBe(said));
    }
    expect(loaded).toEqual(['/history']);
  });

  it('leads on as well when it is a dialog of the page, and then another one', async () => {
    for (const reloads of [['/creators'], ['/creators', '/creators']]) {
      TestBed.inject(ErrorHandler).handleError(missing(`chunk-${reloads.length}`));
      answers();
      await vi.waitFor(() => expect(loaded).toEqual(reloads));
    }
    TestBed.inject(ErrorHandler).handleError(missing('chunk-1'));
    answers();
    await vi.waitFor(() => expect(TestBed.inject(MissingCode).missing()).toBe('/creators'));
  });

  it('is loaded where the reader clicks while it is asked for a part of the page', async () => {
    TestBed.inject(ErrorHandler).handleError(missing('chunk-of-creators'));
    const asked = server.expectOne('/api/about');
    opens('/history');
    const askedAgain = await vi.waitFor(() => server.expectOne('/api/about'));
    asked.flush({});
    askedAgain.error(new ProgressEvent('error'));
    await vi.waitFor(() => expect(loaded).toEqual(['/history']));
  });

  it('is loaded where the reader clicks while it is on its way', async () => {
    TestBed.inject(ErrorHandler).handleError(missing('chunk-of-creators'));
    answers();
    await vi.waitFor(() => expect(loaded).toEqual(['/creators']));
    opens('/history');
    // Before its part is found missing: this page may have gone by then.
    expect(loaded).toEqual(['/creators', '/history']);
  });

  it('is loaded where the reader clicked, also when a part of the page is found missing afterwards', async () => {
    opens('/history');
    const asked = await vi.waitFor(() => server.expectOne('/api/about'));
    TestBed.inject(ErrorHandler).handleError(missing('chunk-of-creators'));
    asked.flush({});
    answers();
    await vi.waitFor(() => expect(loaded).toEqual(['/history', '/history']));
  });

  it('is loaded where the reader is going while a part of the page that is left is missing', async () => {
    let arrive = (): void => undefined;
    TestBed.inject(Router).resetConfig([
      { path: 'history', canActivate: [() => new Promise((resolve) => (arrive = () => resolve(true)))], children: [] },
    ]);
    opens('/history');
    TestBed.inject(ErrorHandler).handleError(missing());
    answers();
    await vi.waitFor(() => expect(loaded).toEqual(['/history']));
    arrive();
  });
});
