-- A source text with what is known about it. Dates are full ISO days, inclusive; an open or
-- unknown bound of the publication is NULL.
CREATE TABLE document (
  name TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  title TEXT,
  author TEXT,
  publisher TEXT,
  genre TEXT,
  url TEXT,
  language TEXT,
  published TEXT,
  published_earliest TEXT
    CHECK (published_earliest IS NULL OR date(published_earliest, '+0 days') IS published_earliest),
  published_latest TEXT
    CHECK (published_latest IS NULL OR date(published_latest, '+0 days') IS published_latest),
  published_origin TEXT CHECK (published_origin IN
    ('decision', 'command-line', 'sidecar', 'front-matter', 'dateline', 'narrative')),
  published_evidence TEXT,
  published_replaced TEXT,
  format TEXT NOT NULL,
  file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
  text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
  text TEXT NOT NULL,
  CHECK (published_earliest <= published_latest)
) STRICT, WITHOUT ROWID;
