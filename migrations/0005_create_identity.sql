-- A planned event that came about as another.
CREATE TABLE link (
  plan TEXT NOT NULL,
  outcome TEXT NOT NULL,
  decision TEXT,
  PRIMARY KEY (plan, outcome)
) STRICT, WITHOUT ROWID;

-- An id that was once published and now leads to another.
CREATE TABLE redirect (
  id TEXT NOT NULL PRIMARY KEY,
  target TEXT NOT NULL,
  CHECK (id <> target)
) STRICT, WITHOUT ROWID;

-- An id that was once published and whose event is gone.
CREATE TABLE tombstone (
  id TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
