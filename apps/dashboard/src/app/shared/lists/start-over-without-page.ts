import { effect, untracked, type Signal } from '@angular/core';
import type { ApiError } from '@linkage/api-client';
import type { ListQuery } from './list-query';

/** An address that was kept may point to a page that is no more: then the list starts at the first one. */
export const startOverWithoutPage = (state: { readonly error: Signal<ApiError | null> }, query: ListQuery): void => {
  effect(() => {
    if (state.error()?.code === 'invalid-request' && untracked(query.view).cursor !== undefined) query.firstPage();
  });
};
