import { setImmediate as breathe } from 'node:timers/promises';
import { rowJudge, type CreatorRow, type ImportAccepted } from '@linkage/contracts';
import { CommandHandling, FactLog, fold } from '@linkage/event-sourcing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { invitationImport } from '../invitation-import/invitation-import';
import type { FaultyRow } from '../invitation-import/invitation-import.errors';
import type { InvitationImportFact } from '../invitation-import/invitation-import.events';
import { StagingAccess } from '../invitation/staging-access.service';
import { OpenInvitations } from '../invitation/open-invitations.service';
import { importStream } from '../invitation-import/import-address';
import { UploadedRows, type ImportAddress } from '../invitation-import/uploaded-rows.service';
import { MessageTemplates } from '../message-template/message-templates.service';
import { StartImport } from './start-import.command';
import { startImport, type JudgedRows } from './start-import';

@CommandHandler(StartImport)
export class StartImportHandler implements ICommandHandler<StartImport> {
  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly uploaded: UploadedRows,
    private readonly open: OpenInvitations,
    private readonly staging: StagingAccess,
    private readonly messages: MessageTemplates,
  ) {}

  async execute({ asked, mustConfirmEmail, context }: StartImport): Promise<ImportAccepted> {
    const address = { workspaceId: context.workspaceId, importId: asked.importId };
    const stream = importStream(address.workspaceId, address.importId);
    const before = fold(invitationImport, await this.log.readStream<InvitationImportFact>(stream));
    const judged = before.status === 'none' ? await this.judge(address, asked.parts) : { all: 0, faulty: [] };
    const noRoom = await this.staging.refusalOf(address.workspaceId);
    const { message, ...others } = asked;
    const chosen = await this.messages.choose(address.workspaceId, message);
    const { state, position } = await this.commands.handle({
      stream,
      decider: invitationImport,
      context,
      decide: (state) => {
        if (noRoom && state.status === 'none') throw noRoom;
        return startImport({ ...others, chosen }, judged, mustConfirmEmail, state);
      },
    });
    return { rows: state.rows, skipped: state.skipped, position: position ?? '' };
  }

  /** Part by part, so that other requests are answered in between. */
  private async judge(address: ImportAddress, parts: number): Promise<JudgedRows> {
    const uploaded: (readonly CreatorRow[])[] = [];
    for (let part = 0; part < parts; part += 1) uploaded.push(await this.uploaded.part(address, part));
    const emails = uploaded.flat().map(({ email }) => email);
    const judge = rowJudge(await this.open.among(address.workspaceId, emails));
    const faulty: FaultyRow[] = [];
    let index = 0;
    for (const rows of uploaded) {
      await breathe();
      for (const row of rows) {
        const faults = judge(row);
        if (faults.length > 0) faulty.push({ index, line: row.line, faults });
        index += 1;
      }
    }
    return { all: index, faulty };
  }
}
