import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import type { SharePart } from '@linkage/contracts';
import { Icon } from '@linkage/ui';
import { ShareBar } from '@linkage/ui/figures';

export interface SharesShown {
  readonly question: string;
  readonly subtitle: string;
  readonly rows: readonly SharePart[];
}

/** Every country or city that the platform names, the largest share first. */
@Component({
  selector: 'app-share-list',
  imports: [MatDialogClose, Icon, ShareBar],
  template: `
    <div class="dialog">
      <header
        ><h2 id="share-list-title" tabindex="-1">{{ shown.question }}</h2
        ><button type="button" class="lk-button quiet icon" aria-label="Close" mat-dialog-close
          ><lk-icon name="close" /></button
      ></header>
      <div class="body" tabindex="0" role="group" aria-labelledby="share-list-title">
        <p class="lk-caption">{{ shown.subtitle }}</p>
        <table>
          <thead class="lk-hidden"
            ><tr><th scope="col">Place</th><th scope="col">Share</th></tr></thead
          >
          <tbody>
            @for (row of shown.rows; track row.key) {
              <tr
                ><th scope="row">{{ row.label }}</th
                ><td><lk-share-bar [share]="row.share" /></td
              ></tr>
            }
          </tbody>
        </table>
      </div>
    </div>
  `,
  styleUrls: ['../base/dialog.css', '../base/drawer.css'],
  styles: `
    table {
      width: 100%;
      border-collapse: collapse;
      font: var(--lk-small);
    }
    th {
      width: 50%;
      text-align: left;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
    th,
    td {
      padding: 7px 0;
      border-top: 1px solid var(--lk-line);
    }
    th {
      padding-right: 8px;
    }
    tbody tr:first-child > * {
      border-top: 0;
    }
  `,
})
export class ShareList {
  protected readonly shown = inject<SharesShown>(MAT_DIALOG_DATA);
}
