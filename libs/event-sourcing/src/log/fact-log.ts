import type { BoundCommand, Fact, FactContext, Position, Recorded } from '../facts/fact';
import type { Clock } from '../facts/clock.port';
import { recordedOf, type StoredFact } from '../facts/stored-fact';
import type { FactCodec } from '../facts/fact-codec';
import { newId } from '../facts/ids';
import type { Appended, EventLog, ExpectedRevision, ReadStreamOptions } from './event-log.port';

export interface Append<F extends Fact> {
  readonly stream: string;
  readonly facts: readonly F[];
  readonly expected: ExpectedRevision;
  readonly context: FactContext;
  readonly ids?: readonly string[];
  readonly command?: BoundCommand | undefined;
}

/** Personal fields and versions are written on the way in, decrypted and upcast on the way out. */
export class FactLog {
  constructor(
    readonly port: EventLog,
    private readonly codec: FactCodec,
    private readonly clock: Clock,
  ) {}

  async append<F extends Fact>({
    stream,
    facts,
    expected,
    context,
    ids,
    command,
  }: Append<F>): Promise<Appended & { readonly facts: readonly Recorded<F>[] }> {
    const at = this.clock.now().toISOString();
    const stored = await Promise.all(
      facts.map((fact, index) =>
        this.codec.encode(fact, ids?.[index] ?? newId(), at, context, index === 0 ? command : undefined),
      ),
    );
    const { position, revision: last } = await this.port.append(stream, stored, expected);
    const recorded = stored.map((fact, index) =>
      recordedOf({ ...fact, stream, revision: last - facts.length + 1 + index, position }, facts[index]?.data ?? {}),
    );
    return { position, revision: last, facts: recorded as unknown as readonly Recorded<F>[] };
  }

  async readStream<F extends Fact>(stream: string, options?: ReadStreamOptions): Promise<readonly Recorded<F>[]> {
    return (await this.decode(await this.port.readStream(stream, options))) as unknown as readonly Recorded<F>[];
  }

  decode(stored: readonly StoredFact[]): Promise<readonly Recorded[]> {
    return this.codec.decode(stored);
  }

  head(): Promise<Position | null> {
    return this.port.head();
  }
}
