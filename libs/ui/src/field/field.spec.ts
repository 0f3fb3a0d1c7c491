import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Control } from './control';
import { Field } from './field';

@Component({
  selector: 'lk-host',
  imports: [Field, Control],
  template: `<lk-field label="E-mail" [error]="error()" [note]="note()"><input lkControl /></lk-field>`,
})
class Host {
  readonly error = signal<string | null>(null);
  readonly note = signal<string | null>(null);
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
});
