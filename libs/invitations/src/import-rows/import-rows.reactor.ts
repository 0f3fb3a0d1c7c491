import { foldEmail, rowJudge, type CreatorRow } from '@linkage/contracts';
import {
  CommandHandling,
  FactLog,
  fold,
  ReadModels,
  type FactContext,
  type Handled,
  type Reactor,
  type Recorded,
} from '@linkage/event-sourcing';
import { Installation, systemContext } from '@linkage/http';
import { DataSubjectKeys, KeyedHashes, Locks } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { invitationImport } from '../invitation-import/invitation-import';
import { invitation, type Invitation } from '../invitation/invitation';
import type {
  InvitationImportFact,
  InvitationImportFinished,
  InvitationImportStarted,
} from '../invitation-import/invitation-import.events';
import type { InvitationFact } from '../invitation/invitation.events';
import { InvitationStreams } from '../invitation/invitation-streams.service';
import { mailOutbox } from '../invitation/mail-outbox.projection';
import { MailAllowance, type UsedMails } from '../invitation/mail-allowance.service';
import { UploadedRows, type ImportAddress } from '../invitation-import/uploaded-rows.service';
import { issueRow, type ImportedRow } from './issue-row';

const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 100;
/** So long, at most, the next rows wait for the read models. */
const FOLD_WAIT_MS = 2_000;

type Started = Recorded<InvitationImportStarted>;

/**
 * Makes an invitation of each row of an import that was started. It may be killed at any row and begins again: what it
 * has issued it knows by the import's id in the fact.
 */
@Injectable()
export class ImportRows implements Reactor<InvitationImportStarted> {
  readonly name = 'import-rows';
  readonly streams = ['import-'];
  readonly on = ['InvitationImportStarted'] as const;
  readonly maxAgeMs = 7 * DAY_MS;
  readonly lateToo = true;

  constructor(
    private readonly log: FactLog,
    private readonly commands: CommandHandling,
    private readonly streamsOf: InvitationStreams,
    private readonly creators: DataSubjectKeys,
    private readonly hashes: KeyedHashes,
    private readonly locks: Locks,
    private readonly mails: MailAllowance,
    private readonly uploaded: UploadedRows,
    private readonly readModels: ReadModels,
    private readonly installation: Installation,
  ) {}

  react(started: Started): Promise<void> {
    return this.locks.withLock(`${this.name}:${started.stream}`, async () => {
      const address = { workspaceId: started.workspaceId, importId: started.data.importId };
      if ((await this.stateOf(started)) !== 'finished') await this.issueAll(started, address);
      await this.uploaded.remove(address, started.data.parts);
    });
  }

  private async stateOf({ stream }: Started): Promise<'none' | 'started' | 'finished'> {
    return fold(invitationImport, await this.log.readStream<InvitationImportFact>(stream)).status;
  }

  private async issueAll(started: Started, address: ImportAddress): Promise<void> {
    const judge = rowJudge();
    let issued = 0;
    for (let part = 0; part < started.data.parts; part += 1) {
      const rows = (await this.uploaded.part(address, part)).filter((row) => judge(row).length === 0);
      for (let from = 0; from < rows.length; from += AT_ONCE)
        issued += await this.issueInTurn(started, rows.slice(from, from + AT_ONCE));
    }
    await this.finish(started, issued);
  }

  private async finish(started: Started, issued: number): Promise<void> {
    const { importId, rows } = started.data;
    const finished: InvitationImportFinished = {
      type: 'InvitationImportFinished',
      data: { importId, issued, already: Math.max(0, rows - issued) },
    };
    await this.commands.handle({
      stream: started.stream,
      decider: invitationImport,
      context: systemContext(started.workspaceId, this.name, started),
      decide: ({ status }) => (status === 'finished' ? [] : [finished]),
    });
  }

  /** No faster than read models are folded: what others do meanwhile is seen, and mailed, as soon as ever. */
  private async issueInTurn(started: Started, rows: readonly CreatorRow[]): Promise<number> {
    const { issued, position } = await this.issueSome(started, rows);
    if (position !== null) await this.readModels.reached(mailOutbox, position, FOLD_WAIT_MS);
    return issued;
  }

  /** As many mails as may go out are asked for at once; those of the other rows wait. */
  private async issueSome(
    started: Started,
    rows: readonly CreatorRow[],
  ): Promise<UsedMails & { readonly issued: number }> {
    const recipients = await Promise.all(
      rows.map(({ email }) => this.hashes.ofInstallation('mail-recipient', foldEmail(email))),
    );
    return this.mails.reserve(started.workspaceId, recipients, async (mayGo) => {
      const done = await Promise.all(
        rows.map((row, index) =>
          this.issue(started, { ...row, recipient: recipients[index] ?? '', mailWaits: mayGo[index] !== true }),
        ),
      );
      const facts = done.flatMap((one) => one.facts);
      const positions = facts.map(({ position }) => position).sort((one, other) => this.log.port.compare(one, other));
      const used = facts.filter(({ type, data }) => type === 'InvitationIssued' && data.mail === undefined).length;
      const issued = done.filter(({ state }) => state.importId === started.data.importId).length;
      return { used, issued, position: positions.at(-1) ?? null };
    });
  }

  private async issue(
    { workspaceId, data, actor, correlationId, id }: Started,
    {
      name,
      email,
      recipient,
      mailWaits,
    }: Pick<CreatorRow, 'name' | 'email'> & Pick<ImportedRow, 'recipient' | 'mailWaits'>,
  ): Promise<Handled<Invitation, InvitationFact>> {
    const { importId, brandName, invitedBy } = data;
    const context: FactContext = { workspaceId, actor, correlationId, causationId: id };
    const invitationId = await this.creators.newSubject();
    const mail = this.installation.sendsMail ? {} : ({ mail: 'none' } as const);
    const row = { invitationId, name, email, recipient, brandName, invitedBy, importId, mailWaits, ...mail };
    const stream = await this.streamsOf.of(workspaceId, email);
    return this.commands.handle({ stream, decider: invitation, context, decide: (state) => issueRow(row, state) });
  }
}
