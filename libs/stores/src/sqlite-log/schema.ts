/**
 * Stream names have a table of their own: derived (random) names then scatter one small index and not that of the
 * facts, whose keys only grow. A fact's id needs no index: it is looked up within its stream only.
 */
const facts = `
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

/**
 * Everything up to `position` is acknowledged or parked. Beyond it, `done` marks finished facts; `parked` and
 * `replayed` ones stay until they are acknowledged. Row ids grow, so they keep the order of parking.
 */
const groups = `
  CREATE TABLE consumer_groups (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT;
  CREATE TABLE group_facts (
    consumer_group TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'parked', 'replayed')),
    reason TEXT,
    at TEXT,
    UNIQUE (consumer_group, position)
  ) STRICT`;

export const logSchema = `${facts}; ${groups}`;

/** From version 1, which had no consumer groups, to 2. */
export const logUpgrades = [groups];

export const LOG_VERSION = 2;
