import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NOW } from './now';
import { Time } from './time';

it('moves on with the clock, exact in datetime and tooltip', async () => {
  const now = signal(Date.parse('2026-11-23T12:00:00Z'));
  TestBed.configureTestingModule({ providers: [{ provide: NOW, useValue: now }] });
  const fixture = TestBed.createComponent(Time);
  fixture.componentRef.setInput('at', '2026-11-23T11:00:00Z');
  await fixture.whenStable();
  const time = (fixture.nativeElement as HTMLElement).querySelector('time');
  expect(time?.textContent).toBe('1 h ago');
  expect(time?.getAttribute('datetime')).toBe('2026-11-23T11:00:00Z');
  expect(time?.title).toContain('23 Nov 2026');
  now.set(Date.parse('2026-11-25T12:00:00Z'));
  await fixture.whenStable();
  expect(time?.textContent).toBe('2 d ago');
});
