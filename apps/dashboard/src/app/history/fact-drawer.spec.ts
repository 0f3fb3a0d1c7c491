import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { Router, provideRouter } from '@angular/router';
import type { HistoryFact } from '@linkage/contracts';
import { until } from '../testing/open-page';
import { FactDrawer } from './fact-drawer';
import { anItem } from './history.fixtures';

const aFact = (factId: string, fact: Partial<HistoryFact> = {}): HistoryFact => ({
  item: anItem(factId),
  data: { invitationId: 'i1', name: 'נועה לוי' },
  personal: ['name'],
  withheld: [],
  erased: false,
  storedVersion: 1,
  version: 1,
  position: '7',
  cause: null,
  effects: [],
  together: [],
  ...fact,
});

describe('one fact', () => {
  const open = () => {
    const dialog = [{ provide: MAT_DIALOG_DATA, useValue: { factId: 'f1' } }];
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        ...dialog,
      ],
    });
    const fixture = TestBed.createComponent(FactDrawer);
    const element = fixture.nativeElement as HTMLElement;
    const server = TestBed.inject(HttpTestingController);
    const answer = async (factId: string, body: object, how = {}): Promise<void> =>
      vi.waitFor(() => {
        fixture.detectChanges();
        TestBed.tick();
        server.expectOne(`/api/history/${factId}`).flush(body, how);
      });
    const text = (): string => element.textContent?.replace(/\s+/gu, ' ') ?? '';
    const press = (label: string): void =>
      [...element.querySelectorAll('button')]
        .find((button) => (button.getAttribute('aria-label') ?? button.textContent ?? '').includes(label))!
        .click();
    return { answer, text, press };
  };

  it('is shown as recorded, and leads to its effects and back', async () => {
    const drawer = open();
    await drawer.answer('f1', aFact('f1', { effects: [anItem('f2')] }));
    await until(() => expect(drawer.text()).toContain('"type": "InvitationIssued"'));
    for (const part of ['Led to', 'Personal, and encrypted in the log: name.', '"position": "7"', 'Log position7'])
      expect(drawer.text()).toContain(part);
    drawer.press('(f2)');
    await drawer.answer('f2', aFact('f2', { cause: anItem('f1') }));
    await until(() => expect(drawer.text()).toContain('Because of'));
    drawer.press('Back to the fact before');
    await drawer.answer('f1', aFact('f1'));
    await until(() => expect(drawer.text()).toContain('Nothing else was set in motion with it.'));
  });

  it('says what it does not show', async () => {
    const drawer = open();
    await drawer.answer('f1', aFact('f1', { withheld: ['timeZone'], data: { timeZone: '[not shown]' } }));
    await until(() => expect(drawer.text()).toContain('Shown to the member only: timeZone.'));
  });

  it('leads to nothing that is later than the moment that is shown', async () => {
    const drawer = open();
    await TestBed.inject(Router).navigateByUrl('/?asOf=2026-01-15T09:00:00.000Z');
    const effects = [
      anItem('f2', { at: '2026-01-15T09:00:00.000Z' }),
      anItem('f3', { at: '2026-01-15T09:00:00.001Z' }),
    ];
    await drawer.answer('f1', aFact('f1', { effects, together: [anItem('f4')] }));
    await until(() => expect(drawer.text()).toContain('(f2)'));
    expect(drawer.text()).not.toContain('(f3)');
    expect(drawer.text()).not.toContain('Happened together with');
  });

  it('shows a few of many, and all when asked', async () => {
    const drawer = open();
    await drawer.answer('f1', aFact('f1', { together: Array.from({ length: 9 }, (_, n) => anItem(`t${n}`)) }));
    await until(() => expect(drawer.text()).toContain('(t4)'));
    expect(drawer.text()).not.toContain('(t5)');
    drawer.press('Show all 9');
    await until(() => expect(drawer.text()).toContain('(t8)'));
  });

  it('says when the person was erased, and when there is no such fact', async () => {
    const drawer = open();
    await drawer.answer('f1', aFact('f1', { erased: true, data: { name: '[erased]' } }));
    await until(() => expect(drawer.text()).toContain('This person was erased'));
    TestBed.resetTestingModule();
    const other = open();
    await other.answer(
      'f1',
      { code: 'not-found', detail: 'This fact does not exist.' },
      { status: 404, statusText: 'Not found' },
    );
    await until(() => expect(other.text()).toContain('This fact does not exist.'));
  });
});
