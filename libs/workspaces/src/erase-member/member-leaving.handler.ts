import {
  Erasures,
  FactLog,
  fold,
  type LeavingNotes,
  type LeavingPerson,
  type LeavingStep,
} from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { Credentials } from '../workspace/credentials.vault';
import { workspace, workspaceStream } from '../workspace/workspace';
import type { WorkspaceFact } from '../workspace/workspace.events';

/** A member who is erased cannot sign in any more. Sessions end by themselves: they are nobody's. */
@Injectable()
export class MemberLeaving implements LeavingStep {
  readonly name = 'workspaces';
  readonly rank = 3;

  constructor(
    erasures: Erasures,
    private readonly credentials: Credentials,
    private readonly log: FactLog,
  ) {
    erasures.add(this);
  }

  async foretell({ kind, workspaceId, subject }: LeavingPerson): Promise<readonly string[]> {
    if (kind !== 'member') return [];
    const { members } = fold(workspace, await this.log.readStream<WorkspaceFact>(workspaceStream(workspaceId)));
    const others = members.filter(({ memberId }) => memberId !== subject);
    return [
      'The member is signed out and cannot sign in any more.',
      ...(others.length === 0 ? ['This is the only member: nobody can open the workspace afterwards.'] : []),
    ];
  }

  async leave({ kind, subject, email }: LeavingPerson): Promise<LeavingNotes> {
    if (kind !== 'member' || email === null) return { done: [], remains: [] };
    const place = await this.credentials.placeOf(email);
    if ((await this.credentials.get(place))?.memberId !== subject) return { done: [], remains: [] };
    await this.credentials.remove(place);
    return { done: ['The sign-in of the member was removed.'], remains: [] };
  }
}
