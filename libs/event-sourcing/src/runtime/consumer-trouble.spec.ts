import { withoutAddresses } from './consumer-trouble';

describe('what an error says, without addresses', () => {
  it.each([
    ['550 5.1.1 <noa@example.com>: user unknown', '550 5.1.1 <[e-mail]>: user unknown'],
    ['No mail to noa.ferrari+a@mail.example.', 'No mail to [e-mail].'],
    ['GET https://linkage.example/connect/s3cret-token?x=1 was refused', 'GET https://linkage.example was refused'],
    ['smtp://user:pass@mail.example:587/ hung up', 'smtp://mail.example:587 hung up'],
    [
      'InvitationIssued has version 9 at 0193-a (revision 0 of invitation-x_y).',
      'InvitationIssued has version 9 at 0193-a (revision 0 of invitation-x_y).',
    ],
    ['connect ECONNREFUSED 127.0.0.1:25', 'connect ECONNREFUSED 127.0.0.1:25'],
  ])('%s', (said, shown) => {
    expect(withoutAddresses(said)).toBe(shown);
    expect(withoutAddresses(shown)).toBe(shown);
  });

  it('is the beginning of a long one', () => {
    expect(withoutAddresses('x'.repeat(1_000_000))).toBe('x'.repeat(2_000));
  });
});
