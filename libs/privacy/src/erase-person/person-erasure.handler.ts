import type { Erasure, ErasureCertificate, PersonToErase } from '@linkage/contracts';
import {
  CommandHandling,
  DomainError,
  Erasures,
  FactLog,
  ReadModels,
  type LeavingPerson,
} from '@linkage/event-sourcing';
import { operatorContext } from '@linkage/http';
import { Locks } from '@linkage/vault';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { toCertificate } from '../erasure/certificate.mapper';
import { erasePerson, erasure, erasureStream } from '../erasure/erasure';
import { erasures } from '../erasure/erasures.projection';
import { PersonFinder, type PersonAsked } from '../erasure/person-finder.service';
import { KeptNotes } from './kept-notes.service';

type Progress = Pick<Erasure, 'state' | 'trouble'>;

const PATIENCE_MS = 30_000;

/**
 * Erases a person. First each part of Linkage ends what must not go on without the person; then the fact is recorded,
 * and the key is deleted: whatever comes between, the fact has it deleted at the next start. Asking again does no harm,
 * and finishes what broke off.
 */
@Injectable()
export class PersonErasure implements OnModuleDestroy {
  private readonly logger = new Logger('privacy');
  private readonly stopping = new AbortController();
  /** Of this process, by data subject. */
  private readonly underWay = new Map<string, Progress>();

  constructor(
    private readonly finder: PersonFinder,
    private readonly erasures: Erasures,
    private readonly commands: CommandHandling,
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
    private readonly locks: Locks,
    private readonly kept: KeptNotes,
  ) {}

  onModuleDestroy(): void {
    this.stopping.abort();
  }

  find(asked: PersonAsked): Promise<readonly PersonToErase[]> {
    return this.finder.find(asked);
  }

  /** Begins; `look` tells how it goes. @throws DomainError not-found */
  async begin(subject: string): Promise<Erasure> {
    const person = await this.finder.person(subject);
    if (person === undefined)
      throw new DomainError('not-found', 'not-found', 'There is no person with this id. Look the person up first.');
    const now = this.underWay.get(subject);
    if (now === undefined || now.state === 'failed') {
      this.tell(subject, 'leaving');
      void this.run(person);
    }
    return this.look(subject);
  }

  /** @throws DomainError not-found for a person whose erasure was never asked for */
  async look(subject: string): Promise<Erasure> {
    const now = this.underWay.get(subject);
    const certificate = await this.certificateOf(subject);
    if (now === undefined && certificate === null)
      throw new DomainError('not-found', 'not-found', 'The erasure of this person was not asked for.');
    const { pending, trouble } = this.erasures.state();
    const { state, trouble: failure } = now ?? (pending ? { state: 'clearing-read-models', trouble } : certified);
    return {
      subject,
      state,
      trouble: failure ?? (state === 'clearing-read-models' ? trouble : null),
      certificate: state === 'certified' ? certificate : null,
    };
  }

  /** What remains behind a failure is done when it is asked for again. */
  private async run(person: LeavingPerson): Promise<void> {
    const { subject } = person;
    try {
      await this.locks.withLock(`erase-person:${subject}`, (lost) => this.erase(person, lost));
      this.tell(subject, 'clearing-read-models');
      await this.erasures.whenFree(this.stopping.signal);
      this.tell(subject, 'certified');
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.underWay.set(subject, { state: 'failed', trouble: error instanceof Error ? error.message : String(error) });
      this.logger.error({ msg: 'a person could not be erased', subject, err: error });
    }
  }

  private async erase(person: LeavingPerson, lost: AbortSignal): Promise<void> {
    const { subject, kind, workspaceId } = person;
    const context = operatorContext(workspaceId);
    for (const step of this.erasures.steps) {
      lost.throwIfAborted();
      await this.kept.add(subject, await step.leave(person, context));
    }
    this.tell(subject, 'counting');
    const { encrypted, open } = await this.erasures.factsAbout(subject);
    const notes = await this.kept.of(subject);
    const { position } = await this.commands.handle({
      stream: erasureStream(subject),
      decider: erasure,
      context,
      decide: (state) => erasePerson({ subject, kind, facts: encrypted, openFacts: open, ...notes }, state),
    });
    await this.erasures.erase(subject);
    await this.kept.remove(subject);
    this.logger.log({ msg: 'the operator had a person erased', subject, workspaceId });
    if (position !== null) await this.readModels.reached(erasures, position, PATIENCE_MS);
  }

  private async certificateOf(subject: string): Promise<ErasureCertificate | null> {
    const row = await this.readModels.get(erasures, subject);
    return row === undefined ? null : toCertificate(row, await this.finder.nameOf(row.workspaceId));
  }

  private tell(subject: string, state: Erasure['state']): void {
    this.underWay.set(subject, { state, trouble: null });
  }
}

const certified: Progress = { state: 'certified', trouble: null };
