-- Running totals for each type and day, so that counts over any window are two lookups a type:
-- events that overlap [a, b] = started up to b, less ended before a. Filled with the events.
CREATE TABLE event_tally (
  type TEXT NOT NULL,
  day INTEGER NOT NULL,
  started INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  PRIMARY KEY (type, day)
) STRICT, WITHOUT ROWID;

INSERT INTO column_doc (table_name, column_name, description) VALUES
  ('event_tally', 'type', 'Type code'),
  ('event_tally', 'day', 'Julian day number on which an event of the type begins or ends'),
  ('event_tally', 'started', 'Number of events of the type that begin on that day or before'),
  ('event_tally', 'ended', 'Number of events of the type that end on that day or before');
