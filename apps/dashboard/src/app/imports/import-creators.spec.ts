import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { FileReading } from './file-reading';
import { predefinedMessage } from '@linkage/contracts';
import { ImportCreators } from './import-creators';
import { PlanStore } from '../shared/plan/plan-store';
import { SheetReader } from './sheet-reader';
import type { Asked } from './sheet';

/** Reads as the worker does, in the thread of the test. */
class ReadingHere {
  private readonly reader = new SheetReader();
  ask = (asked: Asked) => this.reader.answer(asked);
  end = (): void => undefined;
}

describe('inviting by a file', () => {
  let fixture: ComponentFixture<ImportCreators>;
  let server: HttpTestingController;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const text = (): string => page().textContent ?? '';
  const button = (label: string): HTMLButtonElement =>
    [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)!;
  const until = (check: () => void) =>
    vi.waitFor(async () => {
      await fixture.whenStable();
      check();
    });
  const asked = async (url: string): Promise<TestRequest> => {
    let found: TestRequest | undefined;
    await until(() => (found = server.expectOne((request) => request.url.endsWith(url))));
    return found!;
  };
  const choose = async (content: string, name = 'spring.csv', invited: number[] = []): Promise<void> => {
    const field = page().querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(field, 'files', { configurable: true, value: [new File([content], name)] });
    field.dispatchEvent(new Event('change'));
    if (content.includes('@')) (await asked('/invited-before')).flush({ invited, optedOut: [] });
    await until(() => expect(text()).not.toContain('Asking which'));
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: MatDialogRef, useValue: { addPanelClass: vi.fn(), removePanelClass: vi.fn() } },
        { provide: FileReading, useClass: ReadingHere },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ImportCreators);
    await fixture.whenStable();
  });

  it('says what a file is that is no CSV, and what to do (R31)', async () => {
    await choose('%PDF-1.7', 'creators.pdf');
    await until(() => expect(page().querySelector('[role=alert]')?.textContent).toContain('This is a PDF'));
    expect(text()).toContain('creators.pdf was not read.');
  });

  it('shows what it took the file for, and sends all rows after a confirmation (R23)', async () => {
    await choose('Name;E-Mail\r\nA;a@example.org\r\nB;b@example.org\r\n');
    expect(text()).toContain('2 rows · semicolon, UTF-8 · lines 2–3');
    button('Go on with 2').click();
    await until(() => expect(button('Go on')).toBeDefined());
    button('Go on').click();
    await until(() => expect(text()).toContain('2 will be sent, 0 skipped'));
    button('Send 2 invites').click();
    const upload = await asked('/parts/0');
    expect(upload.request.body).toEqual({
      rows: [
        { line: 2, name: 'A', email: 'a@example.org' },
        { line: 3, name: 'B', email: 'b@example.org' },
      ],
    });
    upload.flush(null);
    const start = await asked('/start');
    expect(start.request.body).toEqual({
      fileName: 'spring.csv',
      parts: 1,
      messageSubject: predefinedMessage.subject,
      messageText: predefinedMessage.text,
    });
    start.flush({ rows: 2, skipped: 0, position: '1' });
    await until(() => expect(text()).toContain('2 creators are invited.'));
  });

  it('uploads nothing while a row is faulty, and says why beside the button (R24–R28)', async () => {
    await choose('name,email\n,a@example.org\nB,\nC,c@example\nD,d@example.org\n', 'a.csv', [1]);
    expect(button('Go on with 4').disabled).toBe(true);
    expect(page().querySelector('#import-obstacle')?.textContent).toBe('Fix or leave out 4 rows to send all 4.');
    server.expectNone((request) => request.url.includes('/imports'));
  });

  it('sends the good rows when that is chosen, and says how many are skipped', async () => {
    await choose('name,email\n,a@example.org\nB,b@example.org\n');
    button('Go on with 1 good row').click();
    await until(() => expect(button('Go on')).toBeDefined());
    button('Go on').click();
    await until(() => expect(text()).toContain('1 will be sent, 1 skipped'));
  });

  it('asks which columns are meant when it is not sure', async () => {
    const field = page().querySelector<HTMLInputElement>('input[type=file]')!;
    const file = new File(['alpha,beta,gamma\nZoë,Delft,zoe@meer.example\n'], 'a.csv');
    Object.defineProperty(field, 'files', { configurable: true, value: [file] });
    field.dispatchEvent(new Event('change'));
    await until(() => expect(text()).toContain('Column of names'));
    button('Go on').click();
    (await asked('/invited-before')).flush({ invited: [], optedOut: [] });
    await until(() => expect(button('Go on with 1').disabled).toBe(false));
  });

  it('keeps given and family name together when it asks for the column of e-mails', async () => {
    const field = page().querySelector<HTMLInputElement>('input[type=file]')!;
    const rows = 'Vorname;Nachname;E-Mail A;E-Mail B\nZoë;Meer;zoe@meer.example;zoe@work.example\n';
    Object.defineProperty(field, 'files', { configurable: true, value: [new File([rows], 'a.csv')] });
    field.dispatchEvent(new Event('change'));
    await until(() => expect(text()).toContain('Vorname + Nachname'));
    expect(text()).toContain('Such as Zoë Meer');
    button('Go on').click();
    (await asked('/invited-before')).flush({ invited: [], optedOut: [] });
    await until(() => expect(button('Go on with 1').disabled).toBe(false));
    button('Go on with 1').click();
    await until(() => expect(button('Go on')).toBeDefined());
    button('Go on').click();
    await until(() => expect(button('Send 1 invite')).toBeDefined());
    button('Send 1 invite').click();
    expect((await asked('/parts/0')).request.body).toEqual({
      rows: [{ line: 2, name: 'Zoë Meer', email: 'zoe@meer.example' }],
    });
  });

  it('shows what the server refuses, and keeps the rows', async () => {
    await choose('name,email\nA,a@example.org\n');
    button('Go on with 1').click();
    await until(() => expect(button('Go on')).toBeDefined());
    button('Go on').click();
    await until(() => expect(button('Send 1 invite')).toBeDefined());
    button('Send 1 invite').click();
    (await asked('/parts/0')).flush(null);
    const detail = 'The staging limit is reached.';
    (await asked('/start')).flush({ code: 'staging-limit-reached', detail }, { status: 422, statusText: 'x' });
    await until(() => expect(page().querySelector('[role=alert]')?.textContent).toContain(detail));
    expect(button('Send 1 invite')).toBeDefined();
  });
});

it('says that staging access has ended before a file is chosen, and beside its rows', async () => {
  const ended = { plan: () => ({ accounts: { used: 25, limit: 25 }, salesUrl: null }), end: () => 'staging-expired' };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: MatDialogRef, useValue: { addPanelClass: vi.fn(), removePanelClass: vi.fn() } },
      { provide: FileReading, useClass: ReadingHere },
      { provide: PlanStore, useValue: ended },
    ],
  });
  const fixture = TestBed.createComponent(ImportCreators);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  expect(page.textContent).toContain('Staging access has ended.');
  const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(field, 'files', { value: [new File(['Name,Email\nA,a@example.org\n'], 'spring.csv')] });
  field.dispatchEvent(new Event('change'));
  await vi.waitFor(async () => {
    await fixture.whenStable();
    expect(page.textContent).toContain('spring.csv');
    expect(page.textContent).toContain('Go on with 1');
  });
  expect(page.textContent).toContain('Staging access has ended.');
  expect(page.textContent).not.toContain('over the staging limit');
});
