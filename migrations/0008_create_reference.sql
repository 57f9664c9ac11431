-- The types of events: families and, below some, kinds. Copied from the program's reference data.
CREATE TABLE event_type (
  code TEXT NOT NULL PRIMARY KEY,
  family TEXT NOT NULL,
  label TEXT NOT NULL,
  definition TEXT,
  example TEXT,
  plover TEXT,
  mode TEXT,
  context TEXT,
  cameo TEXT,
  shape TEXT
) STRICT, WITHOUT ROWID;

-- Countries that act in the news; lists are separated by |.
CREATE TABLE country (
  name TEXT NOT NULL PRIMARY KEY,
  code TEXT,
  adjectives TEXT,
  people TEXT,
  aliases TEXT,
  capitals TEXT,
  metonyms TEXT,
  years TEXT
) STRICT, WITHOUT ROWID;

-- Bodies that act in the news; lists are separated by |.
CREATE TABLE organisation (
  name TEXT NOT NULL PRIMARY KEY,
  kind TEXT,
  country TEXT,
  aliases TEXT
) STRICT, WITHOUT ROWID;

-- Places with the country they lie in; lists are separated by |.
CREATE TABLE place (
  name TEXT NOT NULL,
  kind TEXT,
  country TEXT NOT NULL,
  aliases TEXT,
  PRIMARY KEY (name, country)
) STRICT, WITHOUT ROWID;

-- Other names of the same actors and places, which filters follow: acronyms, former names,
-- adjectives, and people's own aliases.
CREATE TABLE alias (
  alias TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('reference', 'decision')),
  PRIMARY KEY (alias, name)
) STRICT, WITHOUT ROWID;
