import { Component } from '@angular/core';
import { platformIds } from '@linkage/platform-guide';
import { texts } from '../texts';

/** The page's own shape, shown after a moment. */
@Component({
  selector: 'ms-loading',
  template: `
    <p class="lk-hidden" role="status">{{ text }}</p>
    <div class="loading" aria-hidden="true">
      <span class="lk-skeleton title"></span><span class="lk-skeleton title short"></span
      ><span class="lk-skeleton text"></span><span class="lk-skeleton text short"></span>
      <span class="lk-skeleton box"></span>
      @for (row of rows; track row) {
        <div class="row"
          ><span class="lk-skeleton mark"></span
          ><span class="words"><span class="lk-skeleton"></span><span class="lk-skeleton short"></span></span
          ><span class="lk-skeleton button"></span
        ></div>
      }
    </div>
  `,
})
export class Loading {
  protected readonly text = texts.loading;
  protected readonly rows = platformIds;
}
