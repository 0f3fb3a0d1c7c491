import { Component, computed, inject } from '@angular/core';
import type { Preferences } from '@linkage/contracts';
import { Icon, NOW, clockTime } from '@linkage/ui';
import { themes } from '../base/theme';
import { PreferenceChoice } from '../shared/session/preference-choice';

const densities: readonly { value: Preferences['density']; label: string }[] = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
];
const firstDays: readonly { value: Preferences['firstDay']; label: string }[] = [
  { value: 'monday', label: 'Monday' },
  { value: 'sunday', label: 'Sunday' },
  { value: 'saturday', label: 'Saturday' },
];

interface Region {
  readonly name: string;
  readonly zones: readonly { readonly value: string; readonly label: string }[];
}

/** `America/Argentina/Buenos_Aires` stands under America as "Argentina, Buenos Aires". */
const regions = (): readonly Region[] => {
  const byName = new Map<string, { value: string; label: string }[]>();
  for (const value of [...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/')), 'UTC']) {
    const [name = '', ...places] = value.split('/');
    const label = places.join(', ').replaceAll('_', ' ') || value;
    const region = places.length === 0 ? 'Without summer time' : name;
    byName.set(region, [...(byName.get(region) ?? []), { value, label }]);
  }
  return [...byName].map(([name, zones]) => ({ name, zones }));
};

/** How Linkage looks to the member, in every browser. Each choice counts at once. */
@Component({
  selector: 'app-preferences-form',
  imports: [Icon],
  template: `
    <div class="row" role="group" aria-labelledby="theme-label">
      <span id="theme-label" class="lk-label">Theme</span>
      <div class="chips">
        @for (theme of themes; track theme.choice) {
          <button
            type="button"
            class="lk-chip"
            [attr.aria-pressed]="theme.choice === current().theme"
            (click)="choice.choose({ theme: theme.choice })"
            ><lk-icon [name]="theme.icon" [size]="14" />{{ theme.label }}</button
          >
        }
      </div>
    </div>
    <div class="row" role="group" aria-labelledby="density-label">
      <span id="density-label" class="lk-label">Rows of lists</span>
      <div class="chips">
        @for (density of densities; track density.value) {
          <button
            type="button"
            class="lk-chip"
            [attr.aria-pressed]="density.value === current().density"
            (click)="choice.choose({ density: density.value })"
            ><i class="lines" [class.wide]="density.value === 'comfortable'" aria-hidden="true"></i
            >{{ density.label }}</button
          >
        }
      </div>
    </div>
    <div class="row" role="group" aria-labelledby="first-day-label">
      <span id="first-day-label" class="lk-label">Weeks begin on</span>
      <div class="chips">
        @for (day of firstDays; track day.value) {
          <button
            type="button"
            class="lk-chip"
            [attr.aria-pressed]="day.value === current().firstDay"
            (click)="choice.choose({ firstDay: day.value })"
            >{{ day.label }}</button
          >
        }
      </div>
    </div>
    <div class="row">
      <label class="lk-label" for="time-zone">Time zone</label>
      <div class="zone">
        <select
          id="time-zone"
          class="lk-input"
          aria-describedby="time-zone-note"
          (change)="choice.choose({ timeZone: $any($event.target).value || null })"
        >
          <option value="" [selected]="current().timeZone === null">As on this device ({{ device }})</option>
          @for (region of regions; track region.name) {
            <optgroup [label]="region.name">
              @for (zone of region.zones; track zone.value) {
                <option [value]="zone.value" [selected]="zone.value === current().timeZone">{{ zone.label }}</option>
              }
            </optgroup>
          }
        </select>
        <p id="time-zone-note" class="lk-note">It is {{ time() }} there. Days begin and end by it, too.</p>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--lk-4);
    }
    .row {
      display: grid;
      grid-template-columns: 120px minmax(0, 1fr);
      align-items: start;
      gap: var(--lk-1) var(--lk-3);
    }
    .row > .lk-label {
      margin: 0;
      padding-top: 6px;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: var(--lk-2);
    }
    .zone {
      min-width: 0;
      max-width: 320px;
    }
    select {
      width: 100%;
      text-overflow: ellipsis;
    }
    .lines {
      width: 12px;
      height: 12px;
      background: repeating-linear-gradient(currentcolor 0 1px, transparent 1px 3px);
    }
    .lines.wide {
      background: repeating-linear-gradient(currentcolor 0 1px, transparent 1px 5px);
    }
    @media (max-width: 599px) {
      .row {
        grid-template-columns: minmax(0, 1fr);
      }
      .row > .lk-label {
        padding-top: 0;
      }
      .zone {
        max-width: none;
      }
    }
  `,
})
export class PreferencesForm {
  protected readonly choice = inject(PreferenceChoice);
  protected readonly current = this.choice.current;
  protected readonly themes = themes;
  protected readonly densities = densities;
  protected readonly firstDays = firstDays;
  protected readonly regions = regions();
  protected readonly device = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
  private readonly now = inject(NOW);
  protected readonly time = computed(() => clockTime(this.now()));
}
