import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Control } from './control';
import { Field } from './field';

@Component({
  selector: 'lk-host',
  imports: [Field, Control],
  template: `<lk-field label="E-mail" [error]="error()" [note]="note()"><input lkControl [(text)]="text" /></lk-field>`,
})
class Host {
  readonly error = signal<string | null>(null);
  readonly note = signal<string | null>(null);
  readonly text = signal('Ingrid');
}

describe('a field', () => {
  it('ties label, note and error to its control', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const input = element.querySelector('input')!;
    expect(input.labels?.[0]?.textContent).toBe('E-mail');
    expect(input.getAttribute('aria-describedby')).toBeNull();

    fixture.componentInstance.note.set('Where the mail goes.');
    await fixture.whenStable();
    const described = element.querySelector(`#${input.getAttribute('aria-describedby')}`);
    expect(described?.textContent).toContain('Where the mail goes.');
    expect(input.getAttribute('aria-invalid')).toBeNull();

    fixture.componentInstance.error.set('This e-mail is not complete.');
    await fixture.whenStable();
    expect(described?.textContent?.trim()).toBe('This e-mail is not complete.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('holds its text in a signal, both ways', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const input = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    expect(input.value).toBe('Ingrid');
    fixture.componentInstance.text.set('Misaki');
    await fixture.whenStable();
    expect(input.value).toBe('Misaki');
    input.value = 'Marcus';
    input.dispatchEvent(new Event('input'));
    expect(fixture.componentInstance.text()).toBe('Marcus');
  });

  it('takes what was filled in without a word to the page, before a button can be pressed', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const input = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    input.value = 'Marcus';
    document.dispatchEvent(new Event('pointermove'));
    expect(fixture.componentInstance.text()).toBe('Marcus');
  });

  it('does not take a text that is not drawn yet for what was filled in', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    fixture.componentInstance.text.set('Misaki');
    document.dispatchEvent(new Event('pointermove'));
    await fixture.whenStable();
    expect(fixture.componentInstance.text()).toBe('Misaki');
  });
});
