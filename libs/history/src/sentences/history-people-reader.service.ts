import { platformIds, type HistoryPerson } from '@linkage/contracts';
import { ReadModels } from '@linkage/event-sourcing';
import { Injectable } from '@nestjs/common';
import { historyPeople, type PersonRow } from './history-people.projection';
import { hasWord, MOST_CREATORS, MOST_MEMBERS, type NamedBySearch } from './history-page';

export interface Named extends NamedBySearch {
  /** More are named than can be followed up. */
  readonly broad: boolean;
}

const nobody: Named = { creators: [], members: [], rest: '', broad: false };

/** Whom names and parts of names stand for. */
@Injectable()
export class HistoryPeopleReader {
  constructor(private readonly readModels: ReadModels) {}

  /** In alphabetical order; members and creators alike. */
  async list(workspaceId: string, search: string | undefined, limit: number): Promise<readonly HistoryPerson[]> {
    const rows = await this.matching(workspaceId, search, limit);
    return rows.map(({ personId, is, name, email }) => ({ personId, is, name, email }));
  }

  /** undefined for a person who is unknown or belongs to another workspace. */
  async find(workspaceId: string, personId: string): Promise<PersonRow | undefined> {
    const row = await this.readModels.get(historyPeople, personId);
    return row?.workspaceId === workspaceId ? row : undefined;
  }

  /**
   * Whom a search names. Are there words that are no names, "noa password", they are looked for in the facts about
   * those whom the other words name. The longest word is asked first and the others must name the same person: "The"
   * may begin a name as well. The name of a platform names no person.
   */
  async namedBy(workspaceId: string, search: string | undefined): Promise<Named> {
    if (search === undefined) return nobody;
    const all = await this.named(workspaceId, search);
    if (all.broad || all.creators.length + all.members.length > 0) return all;
    const words = search.split(/\s+/).filter(hasWord);
    const naming: string[] = [];
    for (const word of words.toSorted((one, other) => other.length - one.length)) {
      if (!isPlatform(word) && (await this.matching(workspaceId, [...naming, word].join(' '), 1)).length > 0)
        naming.push(word);
    }
    if (naming.length === 0) return nobody;
    const rest = words.filter((word) => !naming.includes(word)).join(' ');
    return { ...(await this.named(workspaceId, naming.join(' '))), rest };
  }

  private async named(workspaceId: string, search: string): Promise<Named> {
    const rows = await this.matching(workspaceId, search, MOST_CREATORS + MOST_MEMBERS + 1);
    const idsOf = (wanted: PersonRow['is']) => rows.filter(({ is }) => is === wanted).map(({ personId }) => personId);
    const [creators, members] = [idsOf('creator'), idsOf('member')];
    const broad = creators.length > MOST_CREATORS || members.length > MOST_MEMBERS;
    return broad ? { ...nobody, broad } : { creators, members, rest: '', broad };
  }

  private async matching(
    workspaceId: string,
    search: string | undefined,
    limit: number,
  ): Promise<readonly PersonRow[]> {
    const page = await this.readModels.page(historyPeople, {
      where: { workspaceId },
      sort: [{ field: 'nameKey', direction: 'asc' }],
      limit,
      ...(search !== undefined && { search }),
    });
    return page.rows;
  }
}

const isPlatform = (word: string): boolean => platformIds.some((platform) => platform === word.toLowerCase());
