import type { Data, DataSeal } from './data-seal.port';
import type { BoundCommand, Fact, FactContext, Recorded } from './fact';
import { type AnyFactCatalog, type FactDefinition, personalFieldsOf, upcast } from './fact-catalog';
import { UnknownFact, UnreadableFact } from './fact.errors';
import { type FactToStore, recordedOf, type StoredFact, type StoredMeta } from './stored-fact';

type Opener = Awaited<ReturnType<DataSeal['opener']>>;

const plain: Opener = ({ data }, upToDate) => upToDate(data);

export class FactCodec {
  private readonly definitions = new Map<string, FactDefinition>();

  constructor(private readonly seal?: DataSeal) {}

  /** Two contexts may bring the same catalog; two definitions of one type are a mistake. */
  learn(catalog: AnyFactCatalog): void {
    for (const [type, definition] of Object.entries(catalog)) {
      const known = this.definitions.get(type);
      if (known && known !== definition) throw new Error(`The fact type ${type} is defined twice.`);
      this.definitions.set(type, definition);
      const personal = personalFieldsOf(definition);
      if (personal.length === 0) continue;
      if (!this.seal) throw new Error(`${type} has personal fields, and this kernel was given nothing to seal them.`);
      this.seal.learn(type, personal);
    }
  }

  async encode(fact: Fact, id: string, at: string, context: FactContext, command?: BoundCommand): Promise<FactToStore> {
    const definition = this.definitions.get(fact.type);
    if (!definition)
      throw new Error(
        `No catalog names the fact type ${fact.type}. Give it to Consumers.add in the module of its context.`,
      );
    const meta: StoredMeta = {
      v: definition.version,
      at,
      ws: context.workspaceId,
      actor: context.actor,
      cor: context.correlationId,
      cau: context.causationId,
      ...(command && { cmd: { key: command.key, req: command.request } }),
    };
    const data = (await this.seal?.seal(fact, context.actor, id)) ?? (fact.data as Data);
    return { id, type: fact.type, data, meta };
  }

  definitionOf(stored: StoredFact): FactDefinition {
    const definition = this.definitions.get(stored.type);
    if (!definition || stored.meta.v > definition.version) throw new UnknownFact(stored, definition?.version);
    return definition;
  }

  async decode(stored: readonly StoredFact[]): Promise<readonly Recorded[]> {
    const open = (await this.seal?.opener(stored)) ?? plain;
    return stored.map((fact) => this.decodeOne(fact, open));
  }

  private decodeOne(stored: StoredFact, open: Opener): Recorded {
    const definition = this.definitionOf(stored);
    try {
      const data = open(stored, (opened) => upcast(opened, stored.meta.v, definition));
      return recordedOf(stored, data, definition.version);
    } catch (error) {
      throw new UnreadableFact(stored, error);
    }
  }
}
