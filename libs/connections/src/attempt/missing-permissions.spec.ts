import { missingPermissions } from './missing-permissions';

const asked = [
  { scope: 'basic', required: true },
  { scope: 'insights', required: false },
  { scope: 'email', required: false },
];

describe('missing permissions', () => {
  it.each([
    ['all granted', ['basic', 'insights', 'email'], [], []],
    ['more than asked for', ['basic', 'insights', 'email', 'openid'], [], []],
    ['a required one unticked', ['insights', 'email'], ['basic'], []],
    ['one of the others unticked', ['basic', 'email'], [], ['insights']],
    ['nothing granted', [], ['basic'], ['insights', 'email']],
  ])('%s', (_what, granted, required, optional) => {
    expect(missingPermissions(asked, granted)).toEqual({ required, optional });
  });
});
