import { Component, ViewEncapsulation } from '@angular/core';

/** What comes with the first dialog. */
export { MatDialog } from '@angular/material/dialog';

/** Their looks, for the whole page: a component without content, for what it brings into the head. */
@Component({
  selector: 'app-dialog-styles',
  template: '',
  styleUrl: './dialogs.scss',
  encapsulation: ViewEncapsulation.None,
})
export class DialogStyles {}
