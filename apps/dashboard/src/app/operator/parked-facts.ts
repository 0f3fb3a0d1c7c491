import { Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MAT_DIALOG_DATA, MatDialogClose } from '@angular/material/dialog';
import { toApiError } from '@linkage/api-client';
import { OperatorApi } from '@linkage/api-client/operator';
import { Banner, Time } from '@linkage/ui';
import { countedFacts, triesInWords } from './words';

/** What a reaction gave up, and the question whether it is to try again. Closes with true for yes. */
@Component({
  selector: 'app-parked-facts',
  imports: [MatDialogClose, Banner, Time],
  templateUrl: './parked-facts.html',
  styleUrls: ['../base/dialog.css', './parked-facts.css'],
})
export class ParkedFacts {
  private readonly api = inject(OperatorApi);
  protected readonly name = inject<string>(MAT_DIALOG_DATA);
  protected readonly parked = rxResource({ stream: () => this.api.parked(this.name) });
  protected readonly known = computed(() => (this.parked.hasValue() ? this.parked.value() : undefined));
  protected readonly problem = computed(() => {
    const error = this.parked.error();
    return error === undefined ? null : toApiError(error).message;
  });
  protected readonly counted = countedFacts;
  protected readonly tries = triesInWords;
  /** Of how many facts nothing is shown. */
  protected readonly unnamed = computed(() => {
    const { total = 0, facts = [] } = this.known() ?? {};
    return Math.max(0, total - facts.length);
  });
}
