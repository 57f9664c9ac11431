-- One thing that happened, or may: mentions merged, or added by a person, with decisions applied.
-- Numbers follow the order of time, with gaps, and are given anew by every build; ids are what lasts.
CREATE TABLE event_record (
  number INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id GLOB 'e_*'),
  origin TEXT NOT NULL CHECK (origin IN ('extracted', 'added', 'imported')),
  type TEXT NOT NULL,
  plover TEXT,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  edtf TEXT,
  earliest TEXT CHECK (date(earliest, '+0 days') IS earliest),
  latest TEXT CHECK (date(latest, '+0 days') IS latest),
  start_open INTEGER NOT NULL CHECK (start_open IN (0, 1)),
  end_open INTEGER NOT NULL CHECK (end_open IN (0, 1)),
  not_before TEXT CHECK (not_before IS NULL OR date(not_before, '+0 days') IS not_before),
  not_after TEXT CHECK (not_after IS NULL OR date(not_after, '+0 days') IS not_after),
  lo INTEGER GENERATED ALWAYS AS (CAST(julianday(earliest) + 0.5 AS INTEGER)) STORED,
  hi INTEGER GENERATED ALWAYS AS (CAST(julianday(latest) + 0.5 AS INTEGER)) STORED,
  duration_class INTEGER CHECK (duration_class BETWEEN 0 AND 23),
  precision TEXT NOT NULL CHECK (precision IN ('day', 'month', 'season', 'quarter', 'year',
    'decade', 'century', 'interval', 'unknown')),
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  uncertain INTEGER NOT NULL CHECK (uncertain IN (0, 1)),
  inferred TEXT NOT NULL,
  shape TEXT NOT NULL CHECK (shape IN ('within', 'throughout')),
  phrase TEXT,
  modifier TEXT,
  place TEXT,
  actuality TEXT NOT NULL CHECK (actuality IN ('occurred', 'planned', 'proposed', 'denied',
    'cancelled', 'alleged', 'unknown')),
  cue TEXT,
  stage TEXT,
  attribution TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  actors TEXT NOT NULL,
  quote TEXT,
  document TEXT,
  source TEXT,
  independent_sources INTEGER NOT NULL,
  CHECK ((precision = 'unknown') = (earliest IS NULL)),
  CHECK ((precision = 'unknown') = (latest IS NULL)),
  CHECK (precision = 'unknown' OR (not_before IS NULL AND not_after IS NULL)),
  CHECK (earliest IS NULL OR lo <= hi),
  CHECK (start_open = 0 OR earliest = '0001-01-01' OR earliest < '0001'),
  CHECK (end_open = 0 OR latest = '9999-12-31'),
  CHECK (duration_class IS NULL OR CASE
    WHEN end_open THEN duration_class = 23
    WHEN start_open THEN duration_class = 22
    ELSE hi - lo + 1 BETWEEN (1 << duration_class) AND (2 << duration_class) - 1 END)
) STRICT;

-- The overlap index: one bounded probe for each class of durations, whose upper bound keeps the
-- probe from walking the whole past; open ends have classes of their own. See
-- Documentation/Schema.md.
CREATE INDEX event_by_duration ON event_record (duration_class, lo, hi, type);
