import { givenFor } from './given-when-then';
import { closed, closeTicket, comment, commented, opened, openTicket, ticket } from './ticket.fixtures';

describe('given, when, then', () => {
  const given = givenFor(ticket);

  it('passes when the decision is the expected one', () => {
    given(opened('1')).when(comment('1')).then(commented('1'));
    given(opened('1'), closed('1')).when(closeTicket('1')).thenNothing();
    given(opened('1')).when(openTicket('1')).thenRefused('ticket-open-already');
  });

  it('fails when it is another one', () => {
    expect(() => given(opened('1')).when(comment('1')).then(closed('1'))).toThrow();
    expect(() => given(opened('1')).when(comment('1')).then()).toThrow();
    expect(() => given(opened('1')).when(comment('1')).thenNothing()).toThrow();
    expect(() => given().when(openTicket('1')).thenRefused('ticket-open-already')).toThrow();
    expect(() => given().when(comment('1')).thenRefused('another-code')).toThrow();
    expect(() => given().when(comment('1')).then(commented('1'))).toThrow('There is no such ticket.');
  });
});
