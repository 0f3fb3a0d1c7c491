import { Component, inject, viewChild } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { Icon } from '@linkage/ui';
import { HistoryPanel } from '../history';

/** The history of one invitation: who was asked, what they connected, and what became of it. */
@Component({
  selector: 'app-story-drawer',
  imports: [MatDialogClose, HistoryPanel, Icon],
  template: `
    <div class="dialog">
      <header>
        <h2 id="story-title"
          >History of the invite
          @if (panel().name(); as name) {
            <span class="aside">
              · <bdi>{{ name }}</bdi></span
            >
          }
        </h2>
        <button type="button" class="lk-button quiet icon" mat-dialog-close aria-label="Close"
          ><lk-icon name="close"
        /></button>
      </header>
      <div class="body"><app-history-panel [about]="about" /></div>
    </div>
  `,
  styleUrls: ['../base/dialog.css', '../base/drawer.css'],
})
export class StoryDrawer {
  protected readonly panel = viewChild.required(HistoryPanel);
  protected readonly about = { person: inject<{ personId: string }>(MAT_DIALOG_DATA).personId };
}
