import { Component, computed, input } from '@angular/core';
import type { ConsumerOverview } from '@linkage/contracts';
import { Status } from '@linkage/ui';
import { BuildProgress } from './build-progress';
import { Trouble } from './trouble';
import { countedFacts } from './words';

/** State and, below it, what is being built and what went wrong. */
@Component({
  selector: 'app-consumer-state',
  imports: [Status, BuildProgress, Trouble],
  template: `
    @switch (consumer().state) {
      @case ('stopped') {
        <lk-status tone="bad" icon="failed" [filled]="true">Stopped</lk-status>
      }
      @case ('retrying') {
        <lk-status tone="warn" icon="clock">Trying again</lk-status>
      }
      @case ('building') {
        <lk-status tone="info" icon="refresh">Being built</lk-status>
      }
      @case ('elsewhere') {
        <lk-status tone="quiet" icon="check">Running in another process</lk-status>
      }
      @case ('idle') {
        <lk-status tone="info" icon="clock">Not running</lk-status>
      }
      @default {
        <lk-status tone="quiet" icon="check">Running</lk-status>
      }
    }
    @if (consumer().lastError; as trouble) {
      <app-trouble [trouble]="trouble" [past]="consumer().state === 'running'" />
    }
    @if (consumer().parked > 0) {
      <span class="parked">{{ parked() }}</span>
    }
    @if (shownBuild(); as build) {
      <app-build-progress [build]="build" [name]="consumer().name" />
    }
    @if (failed(); as trouble) {
      <app-trouble [trouble]="trouble" what="The rebuild failed; what served before still does." />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      justify-items: start;
      min-width: 0;
    }
    app-build-progress,
    app-trouble {
      width: 100%;
    }
    .parked {
      font: var(--lk-caption);
      color: var(--lk-warn);
    }
  `,
})
export class ConsumerState {
  readonly consumer = input.required<ConsumerOverview>();
  protected readonly shownBuild = computed(() => {
    const { build } = this.consumer();
    return build?.state === 'failed' ? null : build;
  });
  protected readonly parked = computed(() => {
    const { parked } = this.consumer();
    return `${countedFacts(parked)} could not be worked on in time and ${parked === 1 ? 'is' : 'are'} parked`;
  });
  protected readonly failed = computed(() => {
    const { build } = this.consumer();
    return build?.state === 'failed' ? build.error : null;
  });
}
