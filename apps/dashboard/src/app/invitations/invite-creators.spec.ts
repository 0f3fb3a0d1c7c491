import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { IDEMPOTENCY_HEADER } from '@linkage/contracts';
import { Subject } from 'rxjs';
import { InviteCreators } from './invite-creators';

describe('inviting one creator', () => {
  let fixture: ComponentFixture<InviteCreators>;
  let server: HttpTestingController;
  const dialog = { close: vi.fn(), backdrop: new Subject<void>(), backdropClick: () => dialog.backdrop };
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const field = (label: string): HTMLInputElement =>
    [...page().querySelectorAll('label')].find(({ textContent }) => textContent === label)!.control as HTMLInputElement;
  const button = (label: string): HTMLButtonElement =>
    [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)!;
  const send = (): HTMLButtonElement => button('Send invite');
  const reason = (): string =>
    page()
      .querySelector(`#${send().getAttribute('aria-describedby')}`)!
      .textContent!.trim();
  const type = async (label: string, text: string): Promise<void> => {
    const input = field(label);
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const fill = async (name = 'Amélie Rousseau', email = 'amelie@rousseau.example'): Promise<void> => {
    await type('Name', name);
    await type('E-mail', email);
  };
  const submit = async (): Promise<void> => {
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  };

  beforeEach(async () => {
    dialog.close.mockReset();
    dialog.backdrop = new Subject();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: MatDialogRef, useValue: dialog }],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(InviteCreators);
    await fixture.whenStable();
  });
  afterEach(() => server.verify());

  it.each([
    ['', '', 'Give a name and an e-mail to send.'],
    ['', 'a@b.example', 'Give a name to send.'],
    ['   ', 'a@b.example', 'Give a name to send.'],
    ['Amélie', '', 'Give an e-mail to send.'],
    ['Amélie', 'amelie@rousseau', 'Fix the e-mail to send.'],
    ['x'.repeat(201), 'a@b.example', 'Fix the name to send.'],
  ])(
    'cannot be sent with name "%s" and e-mail "%s", and says why beside the button (R11–R13)',
    async (name, email, why) => {
      await fill(name, email);
      expect(send().disabled).toBe(true);
      expect(reason()).toBe(why);
      await submit(); // Enter
    },
  );

  it('can be sent as soon as both are valid, without leaving the field (R14)', async () => {
    await type('Name', 'A');
    await type('E-mail', 'a@b.exampl');
    expect(send().disabled).toBe(false);
    expect(reason()).toBe('');
    expect(field('E-mail').getAttribute('aria-invalid')).toBeNull();
  });

  it('names a bad e-mail at its field only after the field was left', async () => {
    await fill('Amélie', 'amelie@');
    expect(field('E-mail').getAttribute('aria-invalid')).toBeNull();
    field('E-mail').dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(field('E-mail').getAttribute('aria-invalid')).toBe('true');
    expect(page().textContent).toContain('This e-mail is not complete.');
  });

  it('sends trimmed, once, and closes', async () => {
    await fill('  Amélie Rousseau ', ' amelie@rousseau.example ');
    await submit();
    await submit();
    const { request, flush } = bound(server.expectOne('/api/invitations'));
    expect(request.body).toEqual({ name: 'Amélie Rousseau', email: 'amelie@rousseau.example' });
    expect(send().disabled).toBe(true);
    flush({ invitationId: '1', position: '9' });
    await vi.waitFor(() => expect(dialog.close).toHaveBeenCalledOnce());
  });

  it('shows a duplicate at the e-mail in the exact words, and goes on with another e-mail (R15)', async () => {
    await fill();
    await submit();
    server
      .expectOne('/api/invitations')
      .flush({ code: 'email-already-invited', detail: 'Conflict' }, { status: 409, statusText: 'Conflict' });
    await vi.waitFor(() =>
      expect(page().querySelector('.lk-note.bad')?.textContent?.trim()).toBe(
        'This email already exists; try using another email.',
      ),
    );
    expect(send().disabled).toBe(true);
    expect(reason()).toBe('Fix the e-mail to send.');
    await type('E-mail', 'amelie@other.example');
    expect(page().querySelector('.lk-note.bad')).toBeNull();
    expect(send().disabled).toBe(false);
    expect(dialog.close).not.toHaveBeenCalled();
  });

  it('puts what the server says about a field at that field', async () => {
    await fill();
    await submit();
    server
      .expectOne('/api/invitations')
      .flush(
        { code: 'invalid-request', detail: 'No.', errors: [{ field: 'name', message: 'Use at most 200 characters.' }] },
        { status: 422, statusText: 'x' },
      );
    await vi.waitFor(() => expect(field('Name').getAttribute('aria-invalid')).toBe('true'));
  });

  it('keeps what was typed when the server is not reached; the second try is the same command', async () => {
    await fill();
    await submit();
    const first = server.expectOne('/api/invitations');
    first.error(new ProgressEvent('error'));
    await vi.waitFor(() => expect(page().querySelector('[role=alert]')?.textContent).toContain('Not sent.'));
    expect(send().disabled).toBe(false);
    await submit();
    const second = server.expectOne('/api/invitations');
    expect(second.request.headers.get(IDEMPOTENCY_HEADER)).toBe(first.request.headers.get(IDEMPOTENCY_HEADER));
    await type('Name', 'Someone else');
  });

  it('asks before it throws away what was typed', async () => {
    page().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(dialog.close).toHaveBeenCalledOnce();
    dialog.close.mockReset();
    await fill();
    dialog.backdrop.next();
    await fixture.whenStable();
    expect(dialog.close).not.toHaveBeenCalled();
    button('Keep writing').click();
    await fixture.whenStable();
    expect(field('Name').value).toBe('Amélie Rousseau');
    dialog.backdrop.next();
    await fixture.whenStable();
    button('Discard').click();
    expect(dialog.close).toHaveBeenCalledOnce();
  });
});

const bound = (sent: ReturnType<HttpTestingController['expectOne']>) => ({
  request: sent.request,
  flush: sent.flush.bind(sent),
});
