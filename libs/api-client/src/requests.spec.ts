import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { IDEMPOTENCY_HEADER, POSITION_HEADER, type Problem } from '@linkage/contracts';
import type { ApiError } from './api-error';
import { ConnectionsApi } from './connections-api';
import { InvitationsApi } from './invitations-api';

const caught = (promise: Promise<unknown>): Promise<ApiError> =>
  promise.then(
    () => {
      throw new Error('was not refused');
    },
    (error: ApiError) => error,
  );

describe('talking to the API', () => {
  let server: HttpTestingController;
  let invitations: InvitationsApi;
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
    invitations = TestBed.inject(InvitationsApi);
  });
  afterEach(() => server.verify());

  it('asks for what was given and leaves out the rest', () => {
    void firstValueFrom(TestBed.inject(ConnectionsApi).accounts({ limit: 50, search: '', platform: 'youtube' }));
    server.expectOne('/api/accounts?limit=50&platform=youtube');
  });

  it('names each command, and repeats the name when told to', () => {
    for (const key of [undefined, undefined, 'same', 'same'])
      void firstValueFrom(invitations.issue({ name: 'Amélie', email: 'a@b.example' }, key));
    const keys = server.match('/api/invitations').map(({ request }) => request.headers.get(IDEMPOTENCY_HEADER));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys.slice(2)).toEqual(['same', 'same']);
  });

  it('reads its own writes: a query after a command carries where it stands, for a minute', async () => {
    void firstValueFrom(invitations.list({}));
    expect(server.expectOne('/api/invitations').request.headers.has(POSITION_HEADER)).toBe(false);
    const sent = firstValueFrom(invitations.resend('7'));
    server.expectOne('/api/invitations/7/resend').flush({ position: '99' });
    await sent;
    void firstValueFrom(invitations.list({}));
    expect(server.expectOne('/api/invitations').request.headers.get(POSITION_HEADER)).toBe('99');
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    void firstValueFrom(invitations.list({}));
    expect(server.expectOne('/api/invitations').request.headers.has(POSITION_HEADER)).toBe(false);
    clock.mockRestore();
  });

  it('reads its own writes also after the page was loaded again, and without a place to keep things', async () => {
    const again = (): void => {
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
      server = TestBed.inject(HttpTestingController);
      invitations = TestBed.inject(InvitationsApi);
    };
    const position = (): string | null => {
      void firstValueFrom(invitations.list({}));
      return server.expectOne('/api/invitations').request.headers.get(POSITION_HEADER);
    };
    const write = async (at: string): Promise<void> => {
      const sent = firstValueFrom(invitations.resend('7'));
      server.expectOne('/api/invitations/7/resend').flush({ position: at });
      await sent;
    };
    await write('7/99');
    again();
    expect(position()).toBe('7/99');
    const refused = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const storage = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(refused);
    again();
    expect(position()).toBeNull();
    await write('7/100');
    expect(position()).toBe('7/100');
    storage.mockRestore();
  });

  it('turns a problem into an error with code, sentence, fields and reference', async () => {
    const refused = caught(firstValueFrom(invitations.issue({ name: '', email: 'x' })));
    const problem: Problem = {
      type: 'about:blank',
      title: 'Invalid',
      status: 422,
      code: 'invalid-request',
      detail: 'Two fields need a change.',
      errors: [{ field: 'name', message: 'Enter the name of the creator.' }],
      reference: '7F3K',
    };
    server.expectOne('/api/invitations').flush(problem, { status: 422, statusText: 'Unprocessable' });
    const error = await refused;
    expect([error.code, error.status, error.message, error.reference]).toEqual([
      'invalid-request',
      422,
      'Two fields need a change.',
      '7F3K',
    ]);
    expect(error.field('name')).toBe('Enter the name of the creator.');
    expect(error.field('email')).toBeUndefined();
  });

  it('says so when there is no answer, or none that can be read', async () => {
    const lost = caught(firstValueFrom(invitations.list({})));
    server.expectOne('/api/invitations').error(new ProgressEvent('error'));
    expect((await lost).code).toBe('no-answer');
    const garbled = caught(firstValueFrom(invitations.list({})));
    server.expectOne('/api/invitations').flush('<html>', { status: 502, statusText: 'Bad gateway' });
    expect(await garbled).toMatchObject({ code: 'unreadable', status: 502 });
  });

  it('keeps ids in their place in the path', () => {
    void firstValueFrom(invitations.link('../session?x'));
    server.expectOne('/api/invitations/..%2Fsession%3Fx/link');
  });
});
