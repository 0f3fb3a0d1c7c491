import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { INVITE_DIALOG } from '../shared/inviting/inviting';
import { TabCounts } from '../shared/lists/tab-counts';

/** A page of the dashboard in its route, with the server's answers in the hands of the test. */
export interface OpenPage {
  element: HTMLElement;
  /** The request for the page's own list or thing; the tabs' counts ask with `limit=1`. */
  asked(path: string): Promise<TestRequest>;
  settled(): Promise<void>;
  text(): string;
  button(name: string): HTMLButtonElement;
}

export const openPage = async (page: Type<unknown>, path: string, address: string): Promise<OpenPage> => {
  const routes = provideRouter(
    [
      { path, component: page },
      { path: '**', children: [] },
    ],
    withComponentInputBinding(),
  );
  const inviteDialog = {
    provide: INVITE_DIALOG,
    useValue: () => Promise.reject(new Error('This page is tested without the invite dialog.')),
  };
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), routes, TabCounts, inviteDialog],
  });
  const harness = await RouterTestingHarness.create();
  const opened = harness.navigateByUrl(address);
  const server = TestBed.inject(HttpTestingController);
  const settled = async (): Promise<void> => {
    harness.detectChanges();
    await opened;
    TestBed.tick();
  };
  await settled();
  const element = harness.fixture.nativeElement as HTMLElement;
  return {
    element,
    settled,
    asked: (wanted) =>
      vi.waitFor(() => {
        TestBed.tick();
        const [request] = server.match(
          ({ urlWithParams: url }) => (url === wanted || url.startsWith(`${wanted}?`)) && !url.endsWith('limit=1'),
        );
        if (request === undefined) throw new Error(`No request for ${wanted}`);
        return request;
      }),
    text: () => element.textContent?.replace(/\s+/gu, ' ') ?? '',
    button: (name) => {
      const found = [...element.querySelectorAll('button')].find(
        (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
      );
      if (found === undefined) throw new Error(`There is no button "${name}"`);
      return found;
    },
  };
};

export const until = (check: () => void): Promise<void> =>
  vi.waitFor(() => {
    TestBed.tick();
    check();
  });
export const unavailable = { code: 'unavailable', detail: 'The read store does not answer.', reference: '7F3K-92QD' };
export const down = { status: 503, statusText: 'Unavailable' };
