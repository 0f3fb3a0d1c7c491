import type { SavedViewList } from '@linkage/contracts';
import { FactLog, fold } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { savedViews, viewsInOrder, viewsStream } from '../workspace/saved-views';
import type { SavedViewFact } from '../workspace/saved-views.events';

export class ShowViews extends Query<SavedViewList> {
  constructor(readonly memberId: string) {
    super();
  }
}

/** Read from the log, so that an answer comes after what was saved just now. */
@QueryHandler(ShowViews)
export class ShowViewsHandler implements IQueryHandler<ShowViews> {
  constructor(private readonly log: FactLog) {}

  async execute({ memberId }: ShowViews): Promise<SavedViewList> {
    return viewsInOrder(fold(savedViews, await this.log.readStream<SavedViewFact>(viewsStream(memberId))));
  }
}
