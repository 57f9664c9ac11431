-- What the file says of itself: program, extractor fingerprint, how much of decisions.jsonl it holds.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What every column of every table and view holds.
CREATE TABLE column_doc (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;

-- Example queries, each answering a question that analysts ask.
CREATE TABLE cookbook (
  number INTEGER NOT NULL PRIMARY KEY,
  question TEXT NOT NULL,
  sql TEXT NOT NULL
) STRICT;
