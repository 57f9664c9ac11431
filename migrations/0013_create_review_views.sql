-- Events without a date, with the bounds that their documents give.
CREATE VIEW undated AS
SELECT id, type, title, actors, place, actuality, stage, not_before, not_after, quote, document
FROM event_record WHERE precision = 'unknown';

-- Plans whose time had passed when the newest document was published, with no outcome linked.
CREATE VIEW planned_overdue AS
SELECT
  e.id, e.date, e.latest, e.type, e.title, e.actors, e.stage, e.quote, e.document,
  (SELECT max(published_latest) FROM document WHERE published IS NOT NULL) AS as_of
FROM event_record AS e
WHERE e.actuality IN ('planned', 'proposed') AND e.end_open = 0
  AND e.latest < (SELECT max(published_latest) FROM document WHERE published IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM link WHERE link.plan = e.id);

-- Events whose sources give dates that exclude each other.
CREATE VIEW conflict AS
SELECT
  e.id AS event, e.title, e.date, a.date AS first_date, a.document AS first_document,
  a.quote AS first_quote, b.date AS second_date, b.document AS second_document,
  b.quote AS second_quote, b.lo - a.hi AS days_apart
FROM event_record AS e
JOIN event_member AS em ON em.event = e.id
JOIN mention AS a ON a.id = em.mention
JOIN event_member AS en ON en.event = e.id
JOIN mention AS b ON b.id = en.mention
WHERE a.hi < b.lo;

-- Pairs of events that may be the same one, each pair once.
CREATE VIEW possible_duplicate AS
SELECT
  a.id AS event, a.date, a.title, a.document, b.id AS other, b.date AS other_date,
  b.title AS other_title, b.document AS other_document
FROM (SELECT DISTINCT min(event, other) AS one, max(event, other) AS two FROM duplicate_pair) AS p
JOIN event_record AS a ON a.id = p.one
JOIN event_record AS b ON b.id = p.two;

-- Why a person should look at an event.
CREATE TABLE review_reason (
  reason TEXT NOT NULL PRIMARY KEY,
  meaning TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO review_reason VALUES
  ('low confidence', 'the evidence is worth less than 0.5'),
  ('doubtful date', 'the date phrase can be read in two ways'),
  ('undated', 'no document dates it'),
  ('sources disagree on the date', 'two mentions give dates that exclude each other: see conflict'),
  ('possible duplicate', 'another event may be the same: see possible_duplicate'),
  ('overdue plan', 'its time has passed and no outcome is linked: see planned_overdue');

-- What a person should look at, one row for each reason.
CREATE VIEW needs_review AS
SELECT e.id AS event, r.reason, e.date, e.title, e.quote, e.document, e.confidence
FROM event_record AS e CROSS JOIN review_reason AS r
WHERE CASE r.reason
  WHEN 'low confidence' THEN e.confidence < 0.5
  WHEN 'doubtful date' THEN e.uncertain = 1
  WHEN 'undated' THEN e.precision = 'unknown'
  WHEN 'sources disagree on the date'
    THEN EXISTS (SELECT 1 FROM conflict AS c WHERE c.event = e.id)
  WHEN 'possible duplicate' THEN EXISTS (SELECT 1 FROM duplicate_pair AS p WHERE p.event = e.id)
  WHEN 'overdue plan' THEN EXISTS (SELECT 1 FROM planned_overdue AS o WHERE o.id = e.id)
  END;
