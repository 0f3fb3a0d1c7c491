import { Component, DestroyRef, ElementRef, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { platformIds } from '@linkage/platform-guide';
import { Icon, Logo, PlatformMark } from '@linkage/ui';
import { PageHeading } from '../shared/shell/page-heading';
import { guideOf } from './guide-rows';

/**
 * What is read from each platform, for anyone: generated from the manifests, so that it cannot say anything else than
 * they do.
 */
@Component({
  selector: 'app-data-guide',
  imports: [RouterLink, Icon, Logo, PageHeading, PlatformMark],
  templateUrl: './data-guide.html',
  styleUrl: './data-guide.css',
})
export class DataGuide {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly platforms = platformIds.map(guideOf);

  constructor() {
    const { fragment } = inject(ActivatedRoute);
    const destroyed = inject(DestroyRef);
    afterNextRender(() => fragment.pipe(takeUntilDestroyed(destroyed)).subscribe((place) => this.goTo(place)));
  }

  private goTo(place: string | null): void {
    for (const row of this.host.querySelectorAll('tr.here')) row.classList.remove('here');
    const target = place === null ? null : this.host.querySelector(`[id="${CSS.escape(place)}"]`);
    target?.scrollIntoView({ block: 'start' });
    if (target?.tagName === 'TR') target.classList.add('here');
  }
}
