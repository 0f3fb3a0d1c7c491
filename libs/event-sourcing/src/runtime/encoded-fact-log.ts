import type { Clock } from '../clock.port';
import type { Appended, EventLog, ReadStreamOptions } from '../event-log.port';
import type { StoredFact } from '../stored-fact';
import type { Fact, Position, Recorded } from '../fact';
import type { FactCodec } from '../fact-codec';
import { type Append, FactLog } from '../fact-log';
import { newId } from '../ids';
import { commandOf } from '../stored-command';

export class EncodedFactLog extends FactLog {
  constructor(
    readonly port: EventLog,
    private readonly codec: FactCodec,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async append<F extends Fact>({
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
    const recorded = stored.map(({ id, type, meta }, index) => ({
      ...context,
      type,
      data: facts[index]?.data,
      id,
      stream,
      revision: last - facts.length + 1 + index,
      position,
      at,
      version: meta.v,
      ...commandOf(meta),
    }));
    return { position, revision: last, facts: recorded as unknown as readonly Recorded<F>[] };
  }

  override async readStream<F extends Fact>(
    stream: string,
    options?: ReadStreamOptions,
  ): Promise<readonly Recorded<F>[]> {
    return (await this.decode(await this.port.readStream(stream, options))) as unknown as readonly Recorded<F>[];
  }

  override decode(stored: readonly StoredFact[]): Promise<readonly Recorded[]> {
    return this.codec.decode(stored);
  }

  override head(): Promise<Position | null> {
    return this.port.head();
  }
}
