import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { expiredSessions } from './expired-sessions';
import { SessionStore } from './session-store';
import { shownWorkspace } from './shown-workspace';

describe('the session of a page', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([shownWorkspace, expiredSessions])), provideHttpClientTesting()],
    });
    [http, server] = [TestBed.inject(HttpClient), TestBed.inject(HttpTestingController)];
    const asked = TestBed.inject(SessionStore).find();
    const { request, flush } = bound(server.expectOne('/api/session'));
    expect(request.headers.has('X-Linkage-Workspace')).toBe(false);
    flush({ member: { memberId: 'm' }, workspace: { workspaceId: 'nordlys', name: 'Nordlys' } });
    await asked;
  });

  it.each([
    ['/api/invitations', 401, 'not-signed-in', 'ended'],
    ['/api/invitations', 409, 'other-workspace', 'replaced'],
    ['/api/invitations', 409, 'email-already-invited', null],
    ['/api/invitations', 503, 'unavailable', null],
    ['/api/session', 401, 'wrong-credentials', null],
  ])('%s answers %i %s: %s', async (path, status, code, loss) => {
    const asked = firstValueFrom(http.get(path)).catch(() => 'refused');
    server.expectOne(path).flush({ code, detail: 'x' }, { status, statusText: 'x' });
    expect(await asked).toBe('refused');
    expect(TestBed.inject(SessionStore).loss()).toBe(loss);
  });

  it.each([
    ['GET', '/api/invitations', true],
    ['POST', '/api/invitations/7/resend', true],
    ['DELETE', '/api/session', true],
    ['GET', '/api/session', false],
    ['POST', '/api/session', false],
    ['POST', '/api/registration', false],
    ['GET', '/api/operator/overview', false],
    ['GET', 'https://elsewhere.example/api/invitations', false],
  ])('%s %s says which workspace is shown: %s', (method, path, says) => {
    http.request(method, path).subscribe();
    const { request } = server.expectOne(path);
    expect(request.headers.get('X-Linkage-Workspace')).toBe(says ? 'nordlys' : null);
  });
});

const bound = (sent: ReturnType<HttpTestingController['expectOne']>) => ({
  request: sent.request,
  flush: sent.flush.bind(sent),
});
