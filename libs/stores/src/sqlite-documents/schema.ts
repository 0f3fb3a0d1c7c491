/**
 * Each collection has up to two generations: the one that serves and the one being built. Each is a file of its own
 * (`file`, a name in the same folder) with this same schema, where it has the number `OWN_ID` and its checkpoint.
 * Without `file` the tables are in the registry's file: in a store without a folder, and in format 1.
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

export const OWN_ID = 1;
