import {
  Erasures,
  FactLog,
  fold,
  type LeavingNotes,
  type LeavingPerson,
  type LeavingStep,
} from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { Credentials } from '../workspace/credentials.service';
import { memberOf, workspace, workspaceStream } from '../workspace/workspace';
import type { WorkspaceFact } from '../workspace/workspace.events';

/** A member who is erased cannot sign in any more. Sessions end by themselves: their member is gone. */
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
      ...(others.length === 0
        ? [
            'This is the only member: the workspace cannot be opened afterwards. Its accounts are still refreshed, and mails that Linkage sends by itself still go out. Erase its creators, too, to end that.',
          ]
        : []),
    ];
  }

  async leave({ kind, workspaceId, subject, email }: LeavingPerson): Promise<LeavingNotes> {
    if (kind !== 'member') return { done: [], remains: [] };
    const facts = await this.log.readStream<WorkspaceFact>(workspaceStream(workspaceId));
    const member = memberOf(fold(workspace, facts), subject);
    const emails = [email, member?.email, member?.emailChange?.email].filter((each) => each != null);
    let removed = false;
    for (const place of new Set(await Promise.all(emails.map((each) => this.credentials.placeOf(each))))) {
      if ((await this.credentials.get(place))?.memberId !== subject) continue;
      await this.credentials.remove(place);
      removed = true;
    }
    return { done: removed ? ['The sign-in of the member was removed.'] : [], remains: [] };
  }
}
