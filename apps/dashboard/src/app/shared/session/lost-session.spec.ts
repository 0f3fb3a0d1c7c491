import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { Router, provideRouter } from '@angular/router';
import { BROWSER_TABS } from '@linkage/api-client';
import { Dialogs } from '../../base/dialogs';
import { LOAD_PAGE } from '../../base/page-load';
import { LostSession } from './lost-session';
import { SESSION_DIALOGS } from './session-dialogs';
import { SessionStore } from './session-store';

const sessionOf = (workspaceId: string, memberId = 'm') => ({
  member: { memberId, name: 'Ingrid', email: 'i@n.example', role: 'owner' as const, mustConfirmEmail: false },
  workspace: { workspaceId, name: workspaceId },
});
const nordlys = sessionOf('nordlys');
const idsOf = ({ member, workspace }: typeof nordlys) => ({ ...member, ...workspace });

@Component({ selector: 'app-form', template: 'a form' })
class Form {}
@Component({ selector: 'app-again', template: 'sign in again' })
class SignInAgain {
  readonly dialog = inject<MatDialogRef<SignInAgain, 'leave'>>(MatDialogRef);
}
@Component({ selector: 'app-other', template: 'other workspace' })
class OtherWorkspace {
  readonly dialog = inject<MatDialogRef<OtherWorkspace, 'turn'>>(MatDialogRef);
}

describe('a session that is lost while a page is open', () => {
  let loaded: string[];
  let server: HttpTestingController;
  let router: Router;
  const channel = { postMessage: vi.fn(), close: vi.fn(), onmessage: null as BroadcastChannel['onmessage'] };
  const otherTabSays = (data: object | null): void =>
    channel.onmessage?.call(channel as never, new MessageEvent('message', { data }));
  const shown = (): string => document.querySelector('.cdk-overlay-container')?.textContent ?? '';
  const settles = (check: () => void): Promise<void> =>
    vi.waitFor(() => {
      TestBed.tick();
      check();
    });

  beforeEach(async () => {
    sessionStorage.clear();
    loaded = [];
    channel.postMessage.mockReset();
    const tabs = { locks: undefined, channel: () => channel, hidden: () => false, whenTurned: () => () => undefined };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([])),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        { provide: BROWSER_TABS, useValue: tabs },
        { provide: LOAD_PAGE, useValue: (address: string) => loaded.push(address) },
        { provide: SESSION_DIALOGS, useValue: () => Promise.resolve({ SignInAgain, OtherWorkspace }) },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    router = TestBed.inject(Router);
    const store = TestBed.inject(SessionStore);
    store.listen();
    const asked = store.find();
    server.expectOne('/api/session').flush(nordlys);
    await asked;
    await router.navigateByUrl('/accounts/7');
    TestBed.inject(LostSession);
  });

  it('leads to sign-in and back when nothing is open', async () => {
    TestBed.inject(SessionStore).lose('ended');
    await settles(() => expect(router.url).toBe('/sign-in?returnTo=%2Faccounts%2F7'));
    expect(TestBed.inject(SessionStore).session()).toBeNull();
  });

  it('turns over when another tab signed in to another workspace', async () => {
    otherTabSays(idsOf(sessionOf('fjord')));
    await settles(() => expect(loaded).toEqual(['/creators']));
    expect(TestBed.inject(LostSession).wasTurnedOver()).toBe(true);
    expect(TestBed.inject(LostSession).wasTurnedOver()).toBe(false);
  });

  it('turns over when another person signed in to the same workspace', async () => {
    otherTabSays(idsOf(sessionOf('nordlys', 'another')));
    await settles(() => expect(loaded).toEqual(['/creators']));
  });

  it('goes on when another tab signed in as the same', async () => {
    otherTabSays(idsOf(nordlys));
    TestBed.tick();
    expect(TestBed.inject(SessionStore).loss()).toBeNull();
  });

  it('asks over an open dialog, which stays, and goes on when the session is there again', async () => {
    TestBed.inject(Dialogs).open(Form, 'x');
    otherTabSays(null);
    await settles(() => expect(shown()).toContain('sign in again'));
    expect(shown()).toContain('a form');
    const again = TestBed.inject(SessionStore).signInAgain({ email: 'i@n.example', password: 'p' });
    server.expectOne({ method: 'POST', url: '/api/session' }).flush(nordlys);
    await again;
    await settles(() => expect(shown()).not.toContain('sign in again'));
    expect(shown()).toContain('a form');
    expect(channel.postMessage).toHaveBeenCalledWith({ memberId: 'm', workspaceId: 'nordlys' });
    expect(router.url).toBe('/accounts/7');
  });

  it('does not go on as another member: it says so over the dialog, and turns over when told to', async () => {
    TestBed.inject(Dialogs).open(Form, 'x');
    TestBed.inject(SessionStore).lose('ended');
    await settles(() => expect(shown()).toContain('sign in again'));
    const again = TestBed.inject(SessionStore).signInAgain({ email: 'a@f.example', password: 'p' });
    server.expectOne({ method: 'POST', url: '/api/session' }).flush(sessionOf('fjord'));
    await again;
    expect(TestBed.inject(SessionStore).session()).toEqual(nordlys);
    await settles(() => server.expectOne({ method: 'GET', url: '/api/session' }).flush(sessionOf('fjord')));
    await settles(() => expect(shown()).toContain('other workspace'));
    expect(shown()).not.toContain('sign in again');
    expect(loaded).toEqual([]);
  });
});
