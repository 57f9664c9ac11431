-- One place in one document that tells of an event, as the machine read it.
-- A mention's id is not unique: word-for-word copies in two documents share it.
CREATE TABLE mention (
  document TEXT NOT NULL REFERENCES document (name) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL CHECK (id GLOB 'e_*'),
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
  quote TEXT NOT NULL,
  quote_begin INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote_prefix TEXT NOT NULL,
  quote_suffix TEXT NOT NULL,
  trigger TEXT NOT NULL,
  trigger_begin INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  trigger_lemma TEXT NOT NULL,
  attachment TEXT,
  rule TEXT,
  phrase_begin INTEGER,
  phrase_end INTEGER,
  anchor TEXT,
  anchor_reason TEXT,
  PRIMARY KEY (document, position),
  CHECK (quote_begin >= 0 AND quote_begin < quote_end),
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
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_by_id ON mention (id);

-- Who takes part, in the order of the text.
CREATE TABLE mention_actor (
  document TEXT NOT NULL,
  mention INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'person', 'organisation', 'group')),
  country TEXT,
  role TEXT NOT NULL CHECK (role IN ('actor', 'counterpart', 'host', 'participant', 'subject')),
  office TEXT,
  PRIMARY KEY (document, mention, position),
  FOREIGN KEY (document, mention) REFERENCES mention (document, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Attributes that only some types have: system, quantity, value, exercise.
CREATE TABLE mention_attribute (
  document TEXT NOT NULL,
  mention INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, mention, name),
  FOREIGN KEY (document, mention) REFERENCES mention (document, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
