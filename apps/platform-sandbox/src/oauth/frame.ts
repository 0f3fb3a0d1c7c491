import { html, type Html } from '../http/html';
import { mark } from '../http/marks';
import type { Dialog } from './dialog';

/** Another site on purpose: it must not be mistaken for the real one. */
export const frame = (dialog: Dialog, title: string, content: Html, below?: Html): Html =>
  html`<!doctype html>
    <html lang="en"
      ><head
        ><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Make-believe ${dialog.site} · ${title}</title
        ><link rel="icon" href="/assets/icon.svg" /><link rel="stylesheet" href="/assets/consent.css" /></head
      ><body>
        <div class="tape"></div
        ><div class="sb"><span>PLATFORM SANDBOX</span><span>not the real ${dialog.site}</span></div>
        <main
          ><div class="hd">${mark(dialog.platform, 28)}<span>Make-believe ${dialog.site}</span></div> ${content}</main
        >
        ${below ? html`<p class="nt">${below}</p>` : null}
      </body></html
    >`;

const format = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'UTC',
});

/** `Mon 23 Nov 2026 09:41 UTC` */
export const clockText = (at: number): string => `${format.format(at).replaceAll(',', '')} UTC`;
