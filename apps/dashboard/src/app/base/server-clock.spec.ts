import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { LiveUpdates } from '@linkage/api-client';
import type { LiveEvent } from '@linkage/contracts';
import { Subject } from 'rxjs';
import { ServerClock, movedText } from './server-clock';

const HOUR = 3_600_000;

it.each([
  [24 * HOUR, 'by 24 h'],
  [90 * 60_000, 'by 90 min'],
  [72 * HOUR, 'by 72 h'],
  [240 * HOUR, 'by 10 d'],
  [-24 * HOUR, 'back by 24 h'],
])('%d ms is "moved %s"', (ms, text) => expect(movedText(ms)).toBe(text));

it('shows the server’s time, also when it is moved while a page is open', async () => {
  const events = new Subject<LiveEvent>();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), { provide: LiveUpdates, useValue: { events } }],
  });
  const clock = TestBed.inject(ServerClock);
  const loaded = clock.load();
  const about = {
    mode: 'demo',
    now: new Date(Date.now() + 5 * HOUR).toISOString(),
    registration: 'open',
    clockMovedBy: 5 * HOUR,
    sendsMail: true,
    mailboxUrl: '/mailbox',
    sandboxUrl: 'http://127.0.0.1:3100/',
  };
  TestBed.inject(HttpTestingController).expectOne('/api/about').flush(about);
  await loaded;
  const ahead = (): number => Math.round((clock.now() - Date.now()) / HOUR);
  expect([ahead(), clock.movedBy()]).toEqual([5, 5 * HOUR]);
  events.next({ event: 'clock', data: { now: new Date(Date.now() + 29 * HOUR).toISOString(), movedBy: 29 * HOUR } });
  expect([ahead(), clock.movedBy()]).toEqual([29, 29 * HOUR]);
});
