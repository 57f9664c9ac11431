-- A copy of decisions.jsonl with what became of every line in this build.
CREATE TABLE decision (
  line INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  why TEXT,
  status TEXT NOT NULL CHECK (status IN ('applied', 'obsolete', 'conflict', 'orphan', 'undone')),
  raw TEXT NOT NULL
) STRICT;

CREATE INDEX decision_by_id ON decision (id);
