-- Something wrong with an input that did not stop the work.
CREATE TABLE warning (
  document TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('reading', 'extraction', 'folder')),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  begin INTEGER,
  message TEXT NOT NULL,
  PRIMARY KEY (document, stage, position)
) STRICT, WITHOUT ROWID;
