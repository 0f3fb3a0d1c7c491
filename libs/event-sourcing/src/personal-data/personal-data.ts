import type { Data, DataSeal } from '../facts/data-seal.port';
import type { Actor, Fact } from '../facts/fact';
import type { PersonalFields } from '../facts/fact-catalog';
import type { StoredFact } from '../facts/stored-fact';
import { erased, openFields, sealedFieldsOf, type Sealing, sealFields } from './sealed-fields';
import type { SubjectKeys } from './subject-keys.port';

type Keys = ReadonlyMap<string, Buffer | undefined>;

/** Encrypts the personal fields of facts, each under the key of its person. */
export class PersonalData implements DataSeal {
  private readonly fields = new Map<string, readonly PersonalFields[]>();

  constructor(readonly keys: SubjectKeys) {}

  learn(type: string, personal: readonly PersonalFields[]): void {
    this.fields.set(type, personal);
  }

  isPersonal(type: string): boolean {
    return this.fields.has(type);
  }

  personsIn(stored: StoredFact): { readonly sealed: readonly string[]; readonly open: readonly string[] } {
    const open = this.personalIn(stored).filter(({ fields }) => fields.some((field) => field in stored.data));
    return { sealed: sealedFieldsOf(stored.data).map(({ of }) => of), open: open.map(({ of }) => of) };
  }

  async seal({ type, data }: Fact, by: Actor, id: string): Promise<Data> {
    const sealings: Sealing[] = [];
    for (const { subject, fields } of this.fields.get(type) ?? []) {
      const of = subject(data, by);
      if (of !== undefined) sealings.push({ of, fields, key: await this.keys.obtain(of) });
    }
    return sealings.length === 0 ? (data as Data) : sealFields(data as Data, sealings, id);
  }

  async opener(stored: readonly StoredFact[]): ReturnType<DataSeal['opener']> {
    const keys = await this.keysFor(stored);
    return (fact, upcast) => {
      const opened = openFields(fact.data, (subject) => keys.get(subject), fact.id);
      return this.withoutErased(upcast(opened), fact, keys);
    };
  }

  private async keysFor(stored: readonly StoredFact[]): Promise<Keys> {
    const keys = new Map<string, Buffer | undefined>();
    for (const fact of stored)
      for (const { of } of [...sealedFieldsOf(fact.data), ...this.personalIn(fact)])
        if (!keys.has(of)) keys.set(of, await this.keys.find(of));
    return keys;
  }

  private personalIn({ type, data, meta }: StoredFact): readonly { of: string; fields: readonly string[] }[] {
    const personal = this.fields.get(type);
    if (!personal) return [];
    return personal.flatMap(({ subject, fields }) => {
      const of = subject(data, meta.actor as Actor);
      return of === undefined ? [] : [{ of, fields }];
    });
  }

  /** What an older version left in the clear, or encrypted for another person, is withheld once the key is deleted. */
  private withoutErased(data: Data, stored: StoredFact, keys: Keys): Data {
    const gone = this.personalIn(stored)
      .filter(({ of }) => keys.get(of) === undefined)
      .flatMap(({ fields }) => fields.filter((field) => data[field] !== undefined));
    return gone.length === 0 ? data : { ...data, ...erased(gone) };
  }
}
