import type { FactToStore, StoredFact, StoredMeta } from './stored-fact';
import type { Actor, Fact, FactContext, Recorded } from './fact';
import { UnknownFact, UnreadableFact } from './fact.errors';
import type { AnyFactCatalog, FactDefinition, SubjectKeys } from './fact-catalog';
import { openFields, sealedFieldsOf, sealFields } from './personal-data';
import { upcast } from './upcast';

type Data = Readonly<Record<string, unknown>>;

/** Between facts and what is stored: versions and personal data. Knows the facts of every catalog it was given. */
export class FactCodec {
  private readonly definitions = new Map<string, FactDefinition>();

  constructor(private readonly keys: SubjectKeys) {}

  /** Two contexts may bring the same catalog; two definitions of one type are a mistake. */
  learn(catalog: AnyFactCatalog): void {
    for (const [type, definition] of Object.entries(catalog)) {
      const known = this.definitions.get(type);
      if (known && known !== definition) throw new Error(`The fact type ${type} is defined twice.`);
      this.definitions.set(type, definition);
    }
  }

  /** Whether facts of this type may hold data of a person. */
  isPersonal(type: string): boolean {
    return this.definitions.get(type)?.personal !== undefined;
  }

  async encode(fact: Fact, id: string, at: string, context: FactContext): Promise<FactToStore> {
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
    };
    return { id, type: fact.type, data: await this.seal(fact.data as Data, definition, id), meta };
  }

  private async seal(data: Data, { personal }: FactDefinition, id: string): Promise<Data> {
    if (!personal) return data;
    const subject = personal.subject(data);
    return sealFields(data, personal.fields, subject, await this.keys.obtain(subject), id);
  }

  /** @throws UnknownFact for a type that no catalog names, or a version that is too new */
  definitionOf(stored: StoredFact): FactDefinition {
    const definition = this.definitions.get(stored.type);
    if (!definition || stored.meta.v > definition.version) throw new UnknownFact(stored, definition?.version);
    return definition;
  }

  /** @throws UnknownFact | UnreadableFact */
  async decode(stored: readonly StoredFact[]): Promise<readonly Recorded[]> {
    const keys = await this.keysFor(stored);
    return stored.map((fact) => this.decodeOne(fact, keys));
  }

  /** Each person's key once per batch. */
  private async keysFor(stored: readonly StoredFact[]): Promise<ReadonlyMap<string, Buffer | undefined>> {
    const keys = new Map<string, Buffer | undefined>();
    for (const { data } of stored) {
      const subject = sealedFieldsOf(data)?.of;
      if (subject !== undefined && !keys.has(subject)) keys.set(subject, await this.keys.find(subject));
    }
    return keys;
  }

  private decodeOne(stored: StoredFact, keys: ReadonlyMap<string, Buffer | undefined>): Recorded {
    const definition = this.definitionOf(stored);
    const { id, type, stream, revision, position, meta } = stored;
    const sealed = sealedFieldsOf(stored.data);
    try {
      const opened = sealed ? openFields(stored.data, sealed, keys.get(sealed.of), id) : stored.data;
      const data = upcast(opened, meta.v, definition);
      return {
        type,
        data,
        id,
        stream,
        revision,
        position,
        at: meta.at,
        version: definition.version,
        workspaceId: meta.ws,
        actor: meta.actor as Actor,
        correlationId: meta.cor,
        causationId: meta.cau,
      };
    } catch (error) {
      throw new UnreadableFact(stored, error);
    }
  }
}
