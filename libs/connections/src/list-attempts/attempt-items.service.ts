import type { AttemptItem } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Pictures } from '@linkage/pictures';
import { PlatformRegistry } from '@linkage/platforms';
import { Injectable } from '@nestjs/common';
import { permissionLabels } from '../attempt/permission-words';
import { invitedCreators } from '../invited-creator/invited-creators.projection';
import { toAttemptItem } from './attempt-list.mapper';
import type { AttemptRow } from './attempt-list.projection';
import { attemptTries, connectedSince, triesKey } from './attempt-tries.projection';

/** Rows of Failed Connections as they are shown and exported. */
@Injectable()
export class AttemptItems {
  constructor(
    private readonly readModels: ReadModels,
    private readonly registry: PlatformRegistry,
    private readonly pictures: Pictures,
  ) {}

  async of(rows: readonly AttemptRow[]): Promise<AttemptItem[]> {
    const tries = await this.readModels.getMany(attemptTries, [...new Set(rows.map(triesKey))]);
    const others = await this.readModels.getMany(invitedCreators, [
      ...new Set(rows.flatMap((row) => row.otherInvitationId ?? [])),
    ]);
    const faces = this.pictures.faces(rows.map(({ invitationId }) => invitationId));
    return rows.map((row, i) =>
      toAttemptItem(row, {
        avatarUrl: faces[i] ?? null,
        tries: tries.get(triesKey(row))?.failed ?? 0,
        connectedSince: connectedSince(row, tries.get(triesKey(row))),
        missing: permissionLabels(this.registry.find(row.platform)?.permissions ?? [], row.missing),
        otherEmail: others.get(row.otherInvitationId ?? '')?.creatorEmail ?? null,
      }),
    );
  }
}
