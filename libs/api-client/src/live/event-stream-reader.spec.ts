import { EventStreamReader } from './event-stream-reader';

describe('reading server-sent events', () => {
  it('puts pieces together, wherever the line cuts them', () => {
    const reader = new EventStreamReader();
    const text = 'id: 7\nevent: changed\ndata: {"list":"accounts",\ndata: "ids":["a"]}\n\n';
    const events = [...text].flatMap((letter) => reader.read(letter));
    expect(events).toEqual([{ event: 'changed', data: '{"list":"accounts",\n"ids":["a"]}' }]);
    expect(reader.lastId).toBe('7');
  });

  it('hears heartbeats and says nothing', () =>
    expect(new EventStreamReader().read(': still here\n\n:\n\n')).toEqual([]));

  it('takes every line ending', () => {
    expect(new EventStreamReader().read('event: a\r\ndata: 1\r\n\r\n')).toEqual([{ event: 'a', data: '1' }]);
    expect(new EventStreamReader().read('event: a\rdata: 1\r\r\n')).toEqual([{ event: 'a', data: '1' }]);
  });

  it('calls an event without a name message', () =>
    expect(new EventStreamReader().read('data: 1\n\n')).toEqual([{ event: 'message', data: '1' }]));

  it('does not count an event that the line cut off', () => {
    const reader = new EventStreamReader();
    reader.read('id: 1\ndata: one\n\nid: 2\ndata: tw');
    reader.begin();
    expect(reader.lastId).toBe('1');
    expect(reader.read('id: 2\ndata: two\n\n')).toEqual([{ event: 'message', data: 'two' }]);
    expect(reader.lastId).toBe('2');
  });
});
