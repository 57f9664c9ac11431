-- Who takes part in an event, in order.
CREATE TABLE event_participant (
  event TEXT NOT NULL REFERENCES event_record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'person', 'organisation', 'group')),
  country TEXT,
  role TEXT NOT NULL CHECK (role IN ('actor', 'counterpart', 'host', 'participant', 'subject')),
  office TEXT,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_participant_by_name ON event_participant (name COLLATE NOCASE, event);

-- Attributes that only some types have: system, quantity, value, exercise.
CREATE TABLE event_attribute (
  event TEXT NOT NULL REFERENCES event_record (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (event, name)
) STRICT, WITHOUT ROWID;

-- The mentions that tell of an event, the representative first.
CREATE TABLE event_member (
  event TEXT NOT NULL REFERENCES event_record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  mention TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_member_by_mention ON event_member (mention);

-- The decisions that made or changed an event, oldest first.
CREATE TABLE event_decision (
  event TEXT NOT NULL REFERENCES event_record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  decision TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- Events that may be the same one; every pair stands in both directions.
CREATE TABLE duplicate_pair (
  event TEXT NOT NULL REFERENCES event_record (id) ON DELETE CASCADE,
  other TEXT NOT NULL,
  PRIMARY KEY (event, other)
) STRICT, WITHOUT ROWID;

-- Labels that people attached.
CREATE TABLE label (
  event TEXT NOT NULL REFERENCES event_record (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  PRIMARY KEY (event, label)
) STRICT, WITHOUT ROWID;

-- Notes that people attached, oldest first.
CREATE TABLE note (
  event TEXT NOT NULL REFERENCES event_record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- Every name that takes part in some event, once; an unknown country is the empty text.
CREATE TABLE actor_name (
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  PRIMARY KEY (name, kind, country)
) STRICT, WITHOUT ROWID;
