import { html, type Html } from '../http/html';
import type { Dialog, Problem } from './dialog';
import { frame } from './frame';

/** Shown when an app's request is wrong. There is no way on: the address to return to cannot be trusted. */
export const problemPage = (dialog: Dialog, { code, text }: Problem): Html =>
  frame(
    dialog,
    'error',
    html`<h1>${dialog.site} does not accept this request</h1> <p>${text}</p><p class="code">${code}</p> `,
    html`This is a mistake in the app that sent you here. Go back with your browser.`,
  );
