-- Counts for each year and type; an event counts in the year in which it begins, or ends when its
-- beginning is open.
CREATE VIEW timeline_by_year AS
SELECT
  CAST(substr(CASE WHEN start_open THEN latest ELSE earliest END, 1, 4) AS INTEGER) AS year, type,
  count(*) AS events, sum(actuality = 'occurred') AS occurred, sum(actuality = 'planned') AS planned,
  sum(actuality NOT IN ('occurred', 'planned')) AS other
FROM event_record WHERE precision <> 'unknown' AND NOT (start_open AND end_open)
GROUP BY year, type;

-- The events of every actor in the order of time, undated ones last.
CREATE VIEW actor_timeline AS
SELECT
  p.name AS actor, p.country, e.date, e.earliest, e.latest, e.type, e.title, p.role, e.place,
  e.actuality, e.stage, e.id AS event
FROM event_participant AS p JOIN event_record AS e ON e.id = p.event
ORDER BY p.name, e.lo IS NULL, e.lo, e.hi, e.id;

-- What every document gave.
CREATE VIEW document_coverage AS
SELECT
  d.name AS document, d.title, d.published, length(d.text) AS characters,
  (SELECT count(*) FROM mention AS m WHERE m.document = d.name) AS mentions,
  (SELECT count(*) FROM mention AS m WHERE m.document = d.name AND m.precision <> 'unknown')
    AS dated,
  (SELECT count(DISTINCT em.event) FROM mention AS m JOIN event_member AS em ON em.mention = m.id
    WHERE m.document = d.name) AS events,
  (SELECT min(m.earliest) FROM mention AS m WHERE m.document = d.name AND m.start_open = 0)
    AS earliest,
  (SELECT max(m.latest) FROM mention AS m WHERE m.document = d.name AND m.end_open = 0) AS latest,
  (SELECT count(*) FROM warning AS w WHERE w.document = d.name) AS warnings
FROM document AS d;
