import { Component, input } from '@angular/core';
import { platformIds, platforms } from '@linkage/platform-guide';
import { Privacy } from './privacy';
import { texts } from '../texts';

/** How connecting works, per platform, and what happens with the data. */
@Component({
  selector: 'ms-help',
  imports: [Privacy],
  template: `
    <section class="help" aria-labelledby="help">
      <h2 id="help" tabindex="-1">{{ texts.help.heading }}</h2>
      <details
        ><summary>{{ texts.help.how }}</summary
        ><ol class="steps">
          @for (step of texts.help.steps; track step) {
            <li>{{ step }}</li>
          }
        </ol></details
      >
      <details>
        <summary>{{ texts.help.each }}</summary>
        @for (platform of platforms; track platform.id) {
          <h3>{{ platform.name }}</h3><ul>
            @for (tip of platform.tips; track tip) {
              <li>{{ tip }}</li>
            }
          </ul>
        }
      </details>
      <details
        ><summary>{{ texts.help.trouble }}</summary
        ><ul>
          @for (tip of texts.help.troubleTips; track tip) {
            <li>{{ tip }}</li>
          }
        </ul></details
      >
      <ms-privacy [brand]="brand()" />
    </section>
  `,
})
export class Help {
  readonly brand = input.required<string>();
  protected readonly texts = texts;
  protected readonly platforms = platformIds.map((id) => platforms[id]);
}
