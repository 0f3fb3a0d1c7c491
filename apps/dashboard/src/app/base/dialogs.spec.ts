import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { Dialogs } from './dialogs';

@Component({ selector: 'app-question', template: '<button (click)="dialog.close(true)">Yes</button>' })
class Question {
  protected readonly dialog = inject(MatDialogRef);
}

const shown = () => document.querySelectorAll('app-question');
const answer = () => document.querySelector<HTMLButtonElement>('app-question button')?.click();

describe('dialogs', () => {
  let dialogs: Dialogs;
  let come: (code: typeof Question) => void;
  let fail: (error: Error) => void;
  const load = () =>
    new Promise<typeof Question>((resolve, reject) => {
      come = resolve;
      fail = reject;
    });

  beforeEach(() => (dialogs = TestBed.inject(Dialogs)));
  afterEach(() => dialogs.closeAll());

  it('show one, and give one answer, however often is pressed while the code comes', async () => {
    const presses = [1, 2, 3].map(() => dialogs.show<boolean>(load, 'x'));
    expect(dialogs.anyOpen()).toBe(true);
    come(Question);
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
    answer();
    expect(await Promise.all(presses)).toEqual([true, undefined, undefined]);
    expect(shown()).toHaveLength(0);
  });

  it('show one over another that is there', async () => {
    const outer = dialogs.show(load, 'outer');
    come(Question);
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
    const inner = dialogs.show(load, 'inner');
    come(Question);
    await vi.waitFor(() => expect(shown()).toHaveLength(2));
    dialogs.closeAll();
    expect(await Promise.all([outer, inner])).toEqual([undefined, undefined]);
  });

  it('say that the code did not come, and can be pressed again', async () => {
    const failed = dialogs.show(load, 'x');
    fail(new Error('no code'));
    await expect(failed).rejects.toThrow('no code');
    expect(dialogs.anyOpen()).toBe(false);
    const again = dialogs.show<boolean>(load, 'x');
    come(Question);
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
    answer();
    expect(await again).toBe(true);
  });
});
