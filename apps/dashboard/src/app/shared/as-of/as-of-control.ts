import { Component, inject } from '@angular/core';
import { AsOf } from './as-of';
import { MomentChoice } from './moment-choice';

/** The way to the past, on every page that has one. */
@Component({
  selector: 'app-as-of-control',
  imports: [MomentChoice],
  template: `<app-moment-choice
    label="As of"
    idle="As of"
    look="quiet"
    [exact]="true"
    [moment]="asOf.moment()"
    (chosen)="asOf.go($event)"
  />`,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class AsOfControl {
  protected readonly asOf = inject(AsOf);
}
