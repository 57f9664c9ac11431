-- Running totals of all types for each day, so that counts over any window are two lookups: events
-- that overlap [a, b] = begun up to b, less ended before a. Filled with the events.
CREATE TABLE event_tally_type (
  position INTEGER NOT NULL PRIMARY KEY,
  type TEXT NOT NULL
) STRICT;

CREATE TABLE event_tally (
  day INTEGER NOT NULL PRIMARY KEY,
  totals BLOB NOT NULL
) STRICT;

INSERT INTO column_doc (table_name, column_name, description) VALUES
  ('event_tally_type', 'position', 'Place of the type in the totals, from 0'),
  ('event_tally_type', 'type', 'Type code'),
  ('event_tally', 'day', 'Julian day number on which some event begins or ends'),
  ('event_tally', 'totals', 'For every type, how many of its events begin, then how many end on that day or before, as LEB128 numbers');
