import type { MemberPreferences } from '@linkage/contracts';
import { FactLog, fold } from '@linkage/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { preferences, preferencesStream } from '../workspace/preferences';
import type { PreferencesFact } from '../workspace/preferences.events';

export class ShowPreferences extends Query<MemberPreferences> {
  constructor(readonly memberId: string) {
    super();
  }
}

/** Read from the log, so that an answer comes after what was chosen just now. */
@QueryHandler(ShowPreferences)
export class ShowPreferencesHandler implements IQueryHandler<ShowPreferences> {
  constructor(private readonly log: FactLog) {}

  async execute({ memberId }: ShowPreferences): Promise<MemberPreferences> {
    const known = fold(preferences, await this.log.readStream<PreferencesFact>(preferencesStream(memberId)));
    return { ...known.preferences, chosen: known.chosen };
  }
}
