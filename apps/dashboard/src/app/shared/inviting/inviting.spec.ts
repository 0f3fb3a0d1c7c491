import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { INVITE_DIALOG, Inviting } from './inviting';

@Component({ selector: 'app-invite', template: 'Invite' })
class Invite {}

it('the invite dialog opens once, however often the button is pressed while its code comes', async () => {
  let come = (): void => undefined;
  const coming = new Promise<typeof Invite>((resolve) => (come = () => resolve(Invite)));
  TestBed.configureTestingModule({ providers: [{ provide: INVITE_DIALOG, useValue: () => coming }] });
  const inviting = TestBed.inject(Inviting);
  const pressed = [inviting.open(), inviting.open(), inviting.open()];
  come();
  await Promise.all(pressed);
  expect(document.querySelectorAll('app-invite')).toHaveLength(1);
});
