/**
 * Stream names stand in a table of their own: derived (random) names then scatter one small index and not that of the facts, whose keys
 * only ever grow. A fact's id needs no index: it is looked for within its stream only.
 */
export const logSchema = `
  CREATE TABLE streams (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE facts (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    meta TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX facts_of_stream ON facts (stream, revision)`;

export const LOG_VERSION = 1;
