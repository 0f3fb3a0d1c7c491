import { OutageWatch, TOLD_AGAIN_AFTER_MS } from './outage-watch';

const away = (note: string) => [
  { name: 'vault', ok: true },
  { name: 'event-log', ok: false, note },
];
const fine = [
  { name: 'vault', ok: true },
  { name: 'event-log', ok: true },
];

describe('what is said about stores that are away', () => {
  it('is nothing while all is well', () => expect(new OutageWatch().lines(fine, 0)).toEqual([]));

  it('is one line when one goes, one again every so often, and one when it comes back', () => {
    const watch = new OutageWatch();
    const first =
      'The event log cannot be used: EventStoreDB does not answer. Waiting for it; Linkage goes on by itself.';
    expect(watch.lines(away('EventStoreDB does not answer.'), 1_000)).toEqual([first]);
    expect(watch.lines(away('EventStoreDB does not answer.'), 3_000)).toEqual([]);
    const again =
      'The event log still (for 30 s) cannot be used: no answer. Waiting for it; Linkage goes on by itself.';
    expect(watch.lines(away('no answer'), 1_000 + TOLD_AGAIN_AFTER_MS)).toEqual([again]);
    expect(watch.lines(away('no answer'), 3_000 + TOLD_AGAIN_AFTER_MS)).toEqual([]);
    expect(watch.lines(fine, 61_000)).toEqual(['The event log can be used again, after 60 s.']);
    expect(watch.lines(fine, 63_000)).toEqual([]);
    expect(watch.lines(away('EventStoreDB does not answer.'), 70_000)).toEqual([first]);
  });
});
