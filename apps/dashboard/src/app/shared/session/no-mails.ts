import { Component, inject } from '@angular/core';
import { Banner } from '@linkage/ui';
import { ServerClock } from '../../base/server-clock';

/** Says that no mail goes out, and what to do instead, where there is no mail server. */
@Component({
  selector: 'app-no-mails',
  imports: [Banner],
  template: `
    @if (!clock.sendsMail()) {
      <lk-banner tone="info" icon="link" role="status"
        ><b>This Linkage sends no e-mails.</b>
        <span> Copy the link of each invite, and send it yourself.</span></lk-banner
      >
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class NoMails {
  protected readonly clock = inject(ServerClock);
}
