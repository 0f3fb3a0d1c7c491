import { Location } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { safeReturn, signedIn, signedOut } from './guards';

it.each([
  ['/accounts/7?type=reels', '/accounts/7?type=reels'],
  [undefined, '/creators'],
  ['', '/creators'],
  ['//evil.example', '/creators'],
  ['/\\evil.example', '/creators'],
  ['https://evil.example', '/creators'],
])('returns to %s only within the app', (address, safe) => expect(safeReturn(address)).toBe(safe));

describe('who may see what', () => {
  beforeEach(() => localStorage.clear());
  const arrive = async (address: string, answer: (server: HttpTestingController) => void): Promise<string> => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'sign-in', canActivate: [signedOut], children: [] },
          { path: 'unavailable', children: [] },
          { path: '**', canActivate: [signedIn], children: [] },
        ]),
      ],
    });
    const going = TestBed.inject(Router).navigateByUrl(address);
    await vi.waitFor(() => answer(TestBed.inject(HttpTestingController)));
    await going;
    return TestBed.inject(Location).path();
  };
  const session = {
    member: { memberId: 'm', name: 'Ingrid', email: 'i@n.example', role: 'owner', mustConfirmEmail: false },
    workspace: { workspaceId: 'w', name: 'Nordlys' },
  };
  const nobody = (server: HttpTestingController): void =>
    server
      .expectOne('/api/session')
      .flush({ code: 'not-signed-in', detail: 'Sign in.' }, { status: 401, statusText: 'x' });

  it('lets members in', async () =>
    expect(await arrive('/creators', (server) => server.expectOne('/api/session').flush(session))).toBe('/creators'));
  it('asks others to sign in, and remembers where they went', async () =>
    expect(await arrive('/accounts/7?type=reels', nobody)).toBe('/sign-in?returnTo=%2Faccounts%2F7%3Ftype%3Dreels'));
  it('keeps the address when the server cannot be asked', async () =>
    expect(
      await arrive('/creators', (server) => server.expectOne('/api/session').error(new ProgressEvent('error'))),
    ).toBe(''));
  it('does not ask members to sign in again', async () => {
    localStorage.setItem('linkage-signed-in', '1');
    expect(
      await arrive('/sign-in?returnTo=%2Faccounts%2F7', (server) => server.expectOne('/api/session').flush(session)),
    ).toBe('/accounts/7');
  });
  it('shows the form at once to a new visitor', async () =>
    expect(await arrive('/sign-in', (server) => server.expectNone('/api/session'))).toBe('/sign-in'));
});
