import { ApiError } from '@linkage/api-client';
import { Registration, whyClosed } from './registration';

const filled = (
  change: Partial<Record<'workspaceName' | 'name' | 'email' | 'password', string>> = {},
): Registration => {
  const form = new Registration();
  const values = {
    workspaceName: 'Nordlys Agency',
    name: 'Ingrid Solheim',
    email: 'ingrid@nordlys.example',
    password: 'long enough',
    ...change,
  };
  for (const field of ['workspaceName', 'name', 'email', 'password'] as const) form[field].set(values[field]);
  return form;
};

describe('who may register', () => {
  it.each([
    ['open', false, null],
    ['open', true, null],
    ['invite', true, null],
    ['invite', false, 'Registering takes a link here.'],
    ['closed', false, 'Registration is closed here.'],
    ['closed', true, 'Registration is closed here.'],
  ] as const)('where it is %s, with a link: %s', (registration, hasLink, heading) =>
    expect(whyClosed(registration, hasLink)?.heading ?? null).toBe(heading),
  );
});

describe('registering', () => {
  it('goes on when all four fields are right', () => expect(filled().obstacle()).toBeNull());

  it.each([
    [{ workspaceName: ' ' }, 'Fill in all four fields to go on.'],
    [{ password: '' }, 'Fill in all four fields to go on.'],
    [{ email: 'ingrid@nordlys' }, 'Fix the e-mail to go on.'],
    [{ password: 'short' }, 'Fix what is marked to go on.'],
    [{ workspaceName: 'x'.repeat(101) }, 'Fix what is marked to go on.'],
    [{ workspaceName: 'nordlys.example' }, 'Fix what is marked to go on.'],
    [{ name: 'ingrid@nordlys.example' }, 'Fix what is marked to go on.'],
  ])('says what stands in the way of %j', (change, why) => expect(filled(change).obstacle()).toBe(why));

  it('takes what a password manager has filled in without telling the page', () => {
    const form = filled({ email: '', password: '' });
    expect(form.obstacle()).toBe('Fill in all four fields to go on.');
    const { workspaceName, name } = form.request();
    form.take({ workspaceName, name, email: 'ingrid@nordlys.example', password: 'long enough' });
    expect(form.obstacle()).toBeNull();
    expect(form.request()).toMatchObject({ email: 'ingrid@nordlys.example', password: 'long enough' });
  });

  it('marks a field only after it was left', () => {
    const form = filled({ email: 'ingrid@' });
    expect(form.error('email')).toBeNull();
    form.leave('email');
    expect(form.error('email')).toContain('This e-mail is not complete.');
    expect(form.error('password')).toBeNull();
  });

  it('shows a taken e-mail at the e-mail until it is changed', () => {
    const form = filled();
    form.refuse(new ApiError('email-already-registered', 409, 'This e-mail is registered already. Sign in instead.'));
    expect(form.error('email')).toBe('This e-mail is registered already. Sign in instead.');
    expect(form.obstacle()).toBe('Fix the e-mail to go on.');
    form.email.set('other@nordlys.example');
    expect([form.error('email'), form.obstacle()]).toEqual([null, null]);
  });

  it('shows what belongs to no field above the form', () => {
    const form = filled();
    form.refuse(new ApiError('no-answer', 0, 'The server could not be reached.'));
    expect(form.problem()).toBe('The server could not be reached.');
    expect(form.obstacle()).toBeNull();
  });

  it('is one command as long as nothing is changed', () => {
    const form = filled();
    const key = form.commandKey();
    expect(form.commandKey()).toBe(key);
    form.name.set('Someone else');
    expect(form.commandKey()).not.toBe(key);
  });
});
