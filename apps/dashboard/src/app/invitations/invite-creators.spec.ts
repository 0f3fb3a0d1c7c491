import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { IDEMPOTENCY_HEADER, predefinedMessage } from '@linkage/contracts';
import { Router } from '@angular/router';
import { Subject, of } from 'rxjs';
import { InviteCreators } from './invite-creators';

describe('inviting one creator', () => {
  let fixture: ComponentFixture<InviteCreators>;
  let server: HttpTestingController;
  const dialog = {
    close: vi.fn(),
    addPanelClass: vi.fn(),
    removePanelClass: vi.fn(),
    backdrop: new Subject<void>(),
    keys: new Subject<KeyboardEvent>(),
    backdropClick: () => dialog.backdrop,
    keydownEvents: () => dialog.keys,
    afterClosed: () => of(undefined),
  };
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
    input.focus();
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

  const template = (saved: object | null = null): void =>
    server
      .expectOne('/api/invitations/message-template')
      .flush({ saved, savedAt: null, testTo: 'ingrid@nordlys.example' });

  beforeEach(async () => {
    sessionStorage.clear();
    dialog.close.mockReset();
    dialog.backdrop = new Subject();
    dialog.keys = new Subject();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: MatDialogRef, useValue: dialog }],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(InviteCreators);
    template();
    await fixture.whenStable();
  });
  afterEach(() => server.verify());

  it.each([
    ['', '', 'Enter a name and an e-mail.'],
    ['', 'a@b.example', 'Enter a name.'],
    ['   ', 'a@b.example', 'Enter a name.'],
    ['Amélie', '', 'Enter an e-mail.'],
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

  it('names a bad e-mail at once where it was filled in without the focus', async () => {
    field('E-mail').value = 'amelie@';
    document.dispatchEvent(new Event('pointermove'));
    await fixture.whenStable();
    expect(field('E-mail').getAttribute('aria-invalid')).toBe('true');
  });

  it('names a bad e-mail when Enter was pressed in its field', async () => {
    await type('E-mail', 'amelie@');
    field('E-mail').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await fixture.whenStable();
    expect(field('E-mail').getAttribute('aria-invalid')).toBe('true');
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
    expect(button('Show that invite')).toBeDefined();
    await type('E-mail', 'amelie@other.example');
    expect(button('Show that invite')).toBeUndefined();
    expect(page().querySelector('.lk-note.bad')).toBeNull();
    expect(send().disabled).toBe(false);
    expect(dialog.close).not.toHaveBeenCalled();
  });

  it('leads to the invite that has the e-mail already', async () => {
    await fill();
    await submit();
    server
      .expectOne('/api/invitations')
      .flush({ code: 'email-already-invited', detail: 'Conflict' }, { status: 409, statusText: 'Conflict' });
    const go = vi.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await vi.waitFor(() => button('Show that invite').click());
    expect(dialog.close).toHaveBeenCalledOnce();
    expect(go).toHaveBeenCalledWith(['/creators'], { queryParams: { search: 'amelie@rousseau.example' } });
  });

  it('says while it is typed that an e-mail was invited before, in the exact words (R15)', async () => {
    await fill();
    let asked: ReturnType<HttpTestingController['expectOne']> | undefined;
    await vi.waitFor(() => (asked = server.expectOne('/api/invitations/invited-before')));
    expect(asked?.request.body).toEqual({ emails: ['amelie@rousseau.example'] });
    asked?.flush({ invited: [0] });
    await vi.waitFor(async () => {
      await fixture.whenStable();
      expect(page().querySelector('.lk-note.bad')?.textContent?.trim()).toBe(
        'This email already exists; try using another email.',
      );
    });
    expect(send().disabled).toBe(true);
    expect(reason()).toBe('Fix the e-mail to send.');
  });

  it('offers what was probably meant', async () => {
    await fill('Amélie', 'amelie@gmial.com');
    field('E-mail').dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    button('amelie@gmail.com').click();
    await fixture.whenStable();
    expect(field('E-mail').value).toBe('amelie@gmail.com');
  });

  it('counts what a password manager filled in', async () => {
    await type('Name', 'Amélie');
    field('E-mail').value = 'amelie@rousseau.example';
    field('E-mail').dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(send().disabled).toBe(false);
  });

  it('goes over to a file and back, and keeps what was typed', async () => {
    await fill();
    button('CSV').click();
    await fixture.whenStable();
    expect(page().textContent).toContain('Drop a CSV file here');
    button('One creator').click();
    await fixture.whenStable();
    expect(field('Name').value).toBe('Amélie Rousseau');
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

  it('has again what was typed when the page was loaded anew, until it is sent or thrown away', async () => {
    await fill('Amélie', 'amelie@');
    fixture.destroy();
    fixture = TestBed.createComponent(InviteCreators);
    template();
    await fixture.whenStable();
    expect([field('Name').value, field('E-mail').value]).toEqual(['Amélie', 'amelie@']);
    dialog.backdrop.next();
    await fixture.whenStable();
    button('Discard').click();
    fixture.destroy();
    fixture = TestBed.createComponent(InviteCreators);
    template();
    await fixture.whenStable();
    expect([field('Name').value, field('E-mail').value]).toEqual(['', '']);
  });

  it('asks before it throws away what was typed', async () => {
    dialog.keys.next(new KeyboardEvent('keydown', { key: 'Escape' }));
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

  describe('with a message of its own', () => {
    // What is asked while one types is of no interest here, and how often depends on how long it takes.
    afterEach(() => server.match(({ url }) => /\/(invited-before|message-preview)$/.test(url)));

    const own = { subject: 'Cats', text: 'Hi {{name}},\n\n{{connectLink}}' };
    const write = async (label: string, text: string): Promise<void> => {
      const area = field(label);
      area.value = text;
      area.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    const open = async (): Promise<void> => {
      button('Preview and edit').click();
      await fixture.whenStable();
    };
    const preview = { subject: 's', html: '<p>h</p>', text: 't', from: 'Nordlys', replyTo: 'ingrid@nordlys.example' };
    const previewed = async (body: object): Promise<void> => {
      await vi.waitFor(() =>
        server
          .expectOne(
            ({ url, body: sent }) => url.endsWith('/message-preview') && JSON.stringify(sent) === JSON.stringify(body),
          )
          .flush(preview),
      );
      await fixture.whenStable();
    };
    const fields = ({ subject, text }: typeof own) => ({ messageSubject: subject, messageText: text });

    it('sends what is written, says where answers go, and is kept as a draft', async () => {
      await fill();
      await open();
      const reader = { name: 'Amélie Rousseau', email: 'amelie@rousseau.example' };
      await previewed({ ...fields(predefinedMessage), ...reader });
      expect(page().textContent).toContain('Answers go to ingrid@nordlys.example.');
      await write('Subject', own.subject);
      await write('Text', own.text);
      await previewed({ ...fields(own), ...reader });
      fixture.destroy();
      fixture = TestBed.createComponent(InviteCreators);
      template();
      await fixture.whenStable();
      expect(page().textContent).toContain('Changed for this invite');
      await submit();
      const { request, flush } = bound(server.expectOne('/api/invitations'));
      expect(request.body).toEqual({ ...reader, ...fields(own) });
      flush({ invitationId: '1', position: '9' });
      await vi.waitFor(() => expect(dialog.close).toHaveBeenCalledOnce());
    });

    it('cannot be sent with a fault, and says which at its field', async () => {
      await fill();
      await open();
      await previewed({ ...fields(predefinedMessage), name: 'Amélie Rousseau', email: 'amelie@rousseau.example' });
      await write('Text', 'Hi {{nmae}}');
      expect(field('Text').getAttribute('aria-invalid')).toBe('true');
      expect(page().textContent).toContain('“{{nmae}}” is not known here.');
      expect(page().textContent).toContain('Without the link no creator can connect.');
      expect(page().querySelector('.unknown')?.textContent).toBe('{{nmae}}');
      expect(page().querySelector('#write-obstacle')?.textContent).toBe('Mend the message.');
      expect(send().disabled).toBe(true);
      expect(button('Send a test to me').disabled).toBe(true);
      button('Reset').click();
      await fixture.whenStable();
      expect(send().disabled).toBe(false);
    });

    it('puts a variable where the caret is, and marks it', async () => {
      await open();
      server.match(({ url }) => url.endsWith('/message-preview'));
      await write('Subject', 'For !');
      const subject = field('Subject');
      subject.dispatchEvent(new Event('focus'));
      subject.setSelectionRange(4, 4);
      button('Creator’s name').click();
      await fixture.whenStable();
      expect(subject.value).toBe('For {{name}}!');
      expect([...page().querySelectorAll('.variable')].map(({ textContent }) => textContent)).toContain('{{name}}');
    });

    it('saves it as the template only when that is asked for', async () => {
      await open();
      server.match(({ url }) => url.endsWith('/message-preview'));
      expect(button('Save as template').disabled).toBe(true);
      await write('Subject', 'Cats');
      button('Save as template').click();
      const { request, flush } = bound(server.expectOne({ method: 'PUT', url: '/api/invitations/message-template' }));
      expect(request.body).toMatchObject({ messageSubject: 'Cats' });
      flush(null);
      await vi.waitFor(() => template({ ...predefinedMessage, subject: 'Cats' }));
      await fixture.whenStable();
      expect(page().textContent).not.toContain('Changed');
      expect(field('Subject').value).toBe('Cats');
      button('Predefined').click();
      await fixture.whenStable();
      expect(field('Subject').value).toBe(predefinedMessage.subject);
    });
  });
});

const bound = (sent: ReturnType<HttpTestingController['expectOne']>) => ({
  request: sent.request,
  flush: sent.flush.bind(sent),
});
