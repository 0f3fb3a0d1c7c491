/**
 * Each collection has up to two generations: the one that serves and the one that is being built beside it. Each is a file of its own (`file`, a name in
 * the same folder) with this same schema, in which it stands as number `OWN_ID`; there, and not in the registry, is its checkpoint. Without `file` the
 * tables stand beside the registry: so it is in a store without a folder, and so it was in format 1.
 * `shape` is what the tables were made for (fields, indexes, search, counts) as JSON.
 */
export const documentsSchema = `
  CREATE TABLE generations (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    shape TEXT NOT NULL,
    serving INTEGER NOT NULL,
    checkpoint TEXT,
    file TEXT,
    UNIQUE (name, serving)
  ) STRICT;
  CREATE TABLE positions (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT`;

export const DOCUMENTS_VERSION = 2;

export const documentsUpgrades = ['ALTER TABLE generations ADD COLUMN file TEXT'] as const;

/** The number under which a generation stands in a file of its own. */
export const OWN_ID = 1;
