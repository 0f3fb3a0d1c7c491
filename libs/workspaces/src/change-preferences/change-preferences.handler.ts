import type { MemberPreferences } from '@linkage/contracts';
import { CommandHandling } from '@linkage/event-sourcing';
import { factContextOf } from '@linkage/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { preferences, preferencesStream } from '../workspace/preferences';
import { RateLimits } from '../workspace/rate-limits.service';
import { ChangePreferences } from './change-preferences.command';
import { changePreferences } from './change-preferences';

@CommandHandler(ChangePreferences)
export class ChangePreferencesHandler implements ICommandHandler<ChangePreferences> {
  constructor(
    private readonly limits: RateLimits,
    private readonly commands: CommandHandling,
  ) {}

  async execute({ member, change }: ChangePreferences): Promise<MemberPreferences> {
    await this.limits.countPreferences(member.memberId);
    const { state } = await this.commands.handle({
      stream: preferencesStream(member.memberId),
      decider: preferences,
      context: factContextOf(member),
      decide: (current) => changePreferences(member.memberId, change, current),
    });
    return { ...state.preferences, chosen: state.chosen };
  }
}
