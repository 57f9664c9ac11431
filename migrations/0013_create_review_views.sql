-- Events without a date, with the bounds that their documents give.
CREATE VIEW undated AS
SELECT id, type, title, actors, place, actuality, stage, not_before, not_after, quote, document
FROM event_record WHERE precision = 'unknown';

-- Plans whose time had passed when the newest document was published, with no outcome linked.
CREATE VIEW planned_overdue AS
SELECT
  e.id, e.date, e.latest, e.type, e.title, e.actors, e.stage, e.quote, e.document, n.newest AS as_of
FROM event_record AS e
JOIN (SELECT max(published_latest) AS newest FROM document WHERE published IS NOT NULL) AS n
WHERE e.actuality IN ('planned', 'proposed') AND e.end_open = 0 AND e.latest < n.newest
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

-- What a person should look at, one row for each reason.
CREATE VIEW needs_review AS
SELECT id AS event, 'low confidence' AS reason, date, title, quote, document, confidence
FROM event_record WHERE confidence < 0.5
UNION ALL
SELECT id, 'doubtful date', date, title, quote, document, confidence
FROM event_record WHERE uncertain = 1
UNION ALL
SELECT id, 'undated', date, title, quote, document, confidence
FROM event_record WHERE precision = 'unknown'
UNION ALL
SELECT id, 'sources disagree on the date', date, title, quote, document, confidence
FROM event_record WHERE id IN (SELECT event FROM conflict)
UNION ALL
SELECT id, 'possible duplicate', date, title, quote, document, confidence
FROM event_record WHERE id IN (SELECT event FROM possible_duplicate UNION SELECT other FROM possible_duplicate)
UNION ALL
SELECT id, 'overdue plan', date, title, quote, document, confidence
FROM event_record WHERE id IN (SELECT id FROM planned_overdue);
