import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { expiredSessions } from './expired-sessions';

it.each([
  ['/api/invitations', '/sign-in?returnTo=%2Fcreators'],
  ['/api/session', '/creators'],
])('a 401 of %s leads to %s', async (path, url) => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([expiredSessions])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
    ],
  });
  const router = TestBed.inject(Router);
  await router.navigateByUrl('/creators');
  const asked = firstValueFrom(TestBed.inject(HttpClient).get(path)).catch(() => 'refused');
  TestBed.inject(HttpTestingController).expectOne(path).flush(null, { status: 401, statusText: 'x' });
  expect(await asked).toBe('refused');
  await vi.waitFor(() => expect(router.url).toBe(url));
});
