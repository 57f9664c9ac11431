-- The types of events; a family and, below some, its kinds.
CREATE TABLE event_type (
  code TEXT NOT NULL PRIMARY KEY,
  family TEXT NOT NULL,
  label TEXT NOT NULL,
  definition TEXT,
  plover TEXT,
  cameo TEXT
) STRICT, WITHOUT ROWID;

-- Names of countries, organisations and places as used throughout.
CREATE TABLE known_name (
  kind TEXT NOT NULL CHECK (kind IN ('country', 'organisation', 'place')),
  name TEXT NOT NULL,
  country TEXT,
  detail TEXT,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- Other names of the same actors: demonyms, acronyms, former names, and people's own aliases.
CREATE TABLE alias (
  alias TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('reference', 'decision')),
  PRIMARY KEY (alias, name)
) STRICT, WITHOUT ROWID;
