import type { Accepted } from '@linkage/contracts';
import { Command } from '@nestjs/cqrs';

/** The creator has the page on the screen. */
export class ReportVisit extends Command<Accepted> {
  constructor(readonly link: string) {
    super();
  }
}
