import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { OwnPreferences } from './own-preferences';

describe('preferences of a member', () => {
  afterEach(() => localStorage.clear());

  it('are shown at once, and reach the server although the page is left right after', () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const preferences = TestBed.inject(OwnPreferences);
    void preferences.choose('m1', { theme: 'dark' });
    expect(preferences.current().theme).toBe('dark');
    const { request } = TestBed.inject(HttpTestingController).expectOne('/api/account/preferences');
    expect(request.body).toEqual({ theme: 'dark' });
    expect(request.keepalive).toBe(true);
  });
});
