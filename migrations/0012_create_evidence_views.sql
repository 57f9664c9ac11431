-- Which documents tell of which event, with their words; an added event gives its author's source.
CREATE VIEW event_source AS
SELECT
  e.id AS event, e.date, e.title, d.name AS document, d.title AS document_title, d.author,
  d.publisher, d.genre, d.published, d.url, m.quote, NULL AS source
FROM event_record AS e
JOIN event_member AS em ON em.event = e.id
JOIN mention AS m ON m.id = em.mention
JOIN document AS d ON d.name = m.document
UNION ALL
SELECT id, date, title, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, source
FROM event_record WHERE source IS NOT NULL;

-- Who takes part in which event.
CREATE VIEW event_actor AS
SELECT
  e.id AS event, e.date, e.earliest, e.latest, e.type, e.title, p.name AS actor, p.kind,
  p.country, p.role, p.office, e.actuality
FROM event_participant AS p JOIN event_record AS e ON e.id = p.event;

-- What the machine read at every place that tells of an event, and by which rule it dated it.
CREATE VIEW event_mention AS
SELECT
  em.event, m.id AS mention, m.document, m.quote, m.quote_begin, m.quote_end, m.trigger,
  m.trigger_lemma, m.type, m.title, m.date, m.edtf, m.earliest, m.latest, m.precision, m.phrase, m.rule, m.attachment,
  m.anchor, m.anchor_reason, m.actuality, m.cue, m.stage, m.attribution, m.confidence
FROM event_member AS em JOIN mention AS m ON m.id = em.mention;
