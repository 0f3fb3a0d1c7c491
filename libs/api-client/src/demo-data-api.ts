import { Injectable, inject } from '@angular/core';
import type { DemoDataProgress } from '@linkage/contracts';
import type { Observable } from 'rxjs';
import { Requests } from './requests';

/** The creators that a demo puts into an empty workspace. */
@Injectable({ providedIn: 'root' })
export class DemoDataApi {
  private readonly requests = inject(Requests);

  progress(): Observable<DemoDataProgress> {
    return this.requests.query('/api/demo-data');
  }

  /** `conflict`: creators were invited before. */
  load(): Observable<DemoDataProgress> {
    return this.requests.command('/api/demo-data');
  }
}
