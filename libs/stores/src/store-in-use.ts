import { DatabaseUnusable } from '@linkage/sqlite';

const howToShare = [
  'Stop it, or give this one a folder of its own (LINKAGE_DATA).',
  'Several processes can share a folder when EventStoreDB keeps the facts: set LINKAGE_EVENTSTORE_URL for each of them.',
].join(' ');

export class StoreInUse extends DatabaseUnusable {
  constructor(file: string) {
    super(file, `${file} is in use: another Linkage writes to this data folder. ${howToShare}`);
  }
}
