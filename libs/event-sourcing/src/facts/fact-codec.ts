import { recordedOf } from './recorded-of';
import type { FactToStore, StoredFact, StoredMeta } from './stored-fact';
import type { Actor, BoundCommand, Fact, FactContext, Recorded } from './fact';
import { UnknownFact, UnreadableFact } from './fact.errors';
import {
  type AnyFactCatalog,
  type FactDefinition,
  type PersonalFields,
  personalFieldsOf,
  type SubjectKeys,
} from './fact-catalog';
import { erased, openFields, sealedFieldsOf, type Sealing, sealFields } from './personal-data';
import { upcast } from './upcast';

type Data = Readonly<Record<string, unknown>>;

export class FactCodec {
  private readonly definitions = new Map<string, FactDefinition>();
  private readonly personal = new Map<string, readonly PersonalFields[]>();

  constructor(private readonly keys: SubjectKeys) {}

  /** Two contexts may bring the same catalog; two definitions of one type are a mistake. */
  learn(catalog: AnyFactCatalog): void {
    for (const [type, definition] of Object.entries(catalog)) {
      const known = this.definitions.get(type);
      if (known && known !== definition) throw new Error(`The fact type ${type} is defined twice.`);
      this.definitions.set(type, definition);
      const personal = personalFieldsOf(definition);
      if (personal.length > 0) this.personal.set(type, personal);
    }
  }

  isPersonal(type: string): boolean {
    return this.personal.has(type);
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
    return { id, type: fact.type, data: await this.seal(fact, context.actor, id), meta };
  }

  private async seal({ type, data }: Fact, by: Actor, id: string): Promise<Data> {
    const sealings: Sealing[] = [];
    for (const { subject, fields } of this.personal.get(type) ?? []) {
      const of = subject(data, by);
      if (of !== undefined) sealings.push({ of, fields, key: await this.keys.obtain(of) });
    }
    return sealings.length === 0 ? (data as Data) : sealFields(data as Data, sealings, id);
  }

  personsIn(stored: StoredFact): { readonly sealed: readonly string[]; readonly open: readonly string[] } {
    const open = this.personalIn(stored).filter(({ fields }) => fields.some((field) => field in stored.data));
    return { sealed: sealedFieldsOf(stored.data).map(({ of }) => of), open: open.map(({ of }) => of) };
  }

  definitionOf(stored: StoredFact): FactDefinition {
    const definition = this.definitions.get(stored.type);
    if (!definition || stored.meta.v > definition.version) throw new UnknownFact(stored, definition?.version);
    return definition;
  }

  async decode(stored: readonly StoredFact[]): Promise<readonly Recorded[]> {
    const keys = await this.keysFor(stored);
    return stored.map((fact) => this.decodeOne(fact, keys));
  }

  private async keysFor(stored: readonly StoredFact[]): Promise<ReadonlyMap<string, Buffer | undefined>> {
    const keys = new Map<string, Buffer | undefined>();
    for (const fact of stored)
      for (const { of } of [...sealedFieldsOf(fact.data), ...this.personalIn(fact)])
        if (!keys.has(of)) keys.set(of, await this.keys.find(of));
    return keys;
  }

  private personalIn({ type, data, meta }: StoredFact): readonly { of: string; fields: readonly string[] }[] {
    const personal = this.personal.get(type);
    if (!personal) return [];
    return personal.flatMap(({ subject, fields }) => {
      const of = subject(data, meta.actor as Actor);
      return of === undefined ? [] : [{ of, fields }];
    });
  }

  /** What an older version left in the clear, or encrypted for another person, is withheld once the key is deleted. */
  private withoutErased(data: Data, stored: StoredFact, keys: ReadonlyMap<string, Buffer | undefined>): Data {
    const gone = this.personalIn(stored)
      .filter(({ of }) => keys.get(of) === undefined)
      .flatMap(({ fields }) => fields.filter((field) => data[field] !== undefined));
    return gone.length === 0 ? data : { ...data, ...erased(gone) };
  }

  private decodeOne(stored: StoredFact, keys: ReadonlyMap<string, Buffer | undefined>): Recorded {
    const definition = this.definitionOf(stored);
    const { id, meta } = stored;
    try {
      const opened = openFields(stored.data, (subject) => keys.get(subject), id);
      const data = this.withoutErased(upcast(opened, meta.v, definition), stored, keys);
      return recordedOf(stored, data, definition.version);
    } catch (error) {
      throw new UnreadableFact(stored, error);
    }
  }
}
