/**
 * Each collection has up to two generations, each in tables of its own: the one that serves and the one that is being built beside it.
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
    UNIQUE (name, serving)
  ) STRICT;
  CREATE TABLE positions (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT`;

export const DOCUMENTS_VERSION = 1;
