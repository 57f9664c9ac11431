-- What the file says of itself: program, extractor fingerprint, how much of decisions.jsonl it holds.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
