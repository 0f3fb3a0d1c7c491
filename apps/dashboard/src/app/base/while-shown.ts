import { DestroyRef, inject } from '@angular/core';

/** Undoes something when the component goes. */
export const whileShown = (undo: () => void): void => {
  inject(DestroyRef).onDestroy(undo);
};
