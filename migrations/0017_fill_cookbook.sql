-- Example queries that answer what analysts ask; a test runs every one.
INSERT INTO cookbook (number, question, sql) VALUES
(1, 'What possibly happened between 2014 and 2018?',
'SELECT id, date, type, title FROM event
WHERE earliest <= ''2018-12-31'' AND latest >= ''2014-01-01''
ORDER BY lo, hi;'),
(2, 'What certainly happened inside 2018?',
'SELECT id, date, title FROM event
WHERE earliest >= ''2018-01-01'' AND latest <= ''2018-12-31'' AND actuality = ''occurred''
ORDER BY lo, hi;'),
(3, 'Which arms deals were there, by year and supplier?',
'SELECT substr(e.earliest, 1, 4) AS year, a.actor AS supplier, count(DISTINCT e.id) AS deals
FROM event AS e JOIN event_mention AS m ON m.event = e.id JOIN event_actor AS a ON a.event = e.id
WHERE e.type IN (''arms_deal'', ''arms_delivery'') AND e.lo IS NOT NULL AND a.role = CASE
  WHEN m.trigger_lemma IN (''sell'', ''supply'', ''deliver'', ''export'', ''offer'', ''sale'', ''delivery'') THEN ''actor'' ELSE ''counterpart'' END
GROUP BY year, supplier ORDER BY year, supplier;'),
(4, 'Who met whom most often?',
'SELECT a.actor, b.actor AS other, count(*) AS meetings
FROM event_actor AS a JOIN event_actor AS b ON b.event = a.event AND b.actor > a.actor
WHERE a.type LIKE ''meeting%'' OR a.type = ''visit''
GROUP BY a.actor, other ORDER BY meetings DESC, a.actor, other;'),
(5, 'What was planned, and never confirmed by the time of the newest document?',
'SELECT id, date, title, quote, as_of FROM planned_overdue ORDER BY latest, id;'),
(6, 'Which sources disagree on dates?',
'SELECT title, first_date, first_document, second_date, second_document, days_apart
FROM conflict ORDER BY days_apart DESC;'),
(7, 'What happened within two months of an event, here the first visit?',
'SELECT e.id, e.date, e.title, max(e.lo - x.hi, x.lo - e.hi, 0) AS days_between
FROM event AS x JOIN event AS e ON e.lo <= x.hi + 61 AND e.hi >= x.lo - 61 AND e.id <> x.id
WHERE x.id = (SELECT id FROM event WHERE type = ''visit'' AND lo IS NOT NULL ORDER BY lo LIMIT 1)
  AND e.end_open = 0 AND e.start_open = 0
ORDER BY e.lo;'),
(8, 'What does only one source claim?',
'SELECT id, date, title, document FROM event
WHERE sources = 1 AND actuality = ''occurred'' ORDER BY lo, hi;'),
(9, 'What is told by several independent sources?',
'SELECT e.id, e.title, count(DISTINCT s.document) AS documents, group_concat(s.document, ''; '') AS names
FROM event AS e JOIN event_source AS s ON s.event = e.id
GROUP BY e.id HAVING documents > 1 ORDER BY e.lo;'),
(10, 'How did each deal go on, from talks to delivery?',
'SELECT deal, stage, date, title FROM deal_stages;'),
(11, 'What did an actor do, in the order of time?',
'SELECT date, type, title, role, actuality FROM actor_timeline WHERE actor = ''Russia'';'),
(12, 'Which events involve both of two countries, through whomever?',
'SELECT id, date, title FROM event
WHERE id IN (SELECT event FROM event_actor WHERE country = ''Pakistan'')
  AND id IN (SELECT event FROM event_actor WHERE country = ''Russia'')
ORDER BY lo, hi;'),
(13, 'Which people of a country take part in what?',
'SELECT actor, office, date, title FROM event_actor
WHERE kind = ''person'' AND country = ''Pakistan'' ORDER BY actor, earliest;'),
(14, 'How many events of each type began in each year?',
'SELECT year, type, events, occurred, planned FROM timeline_by_year ORDER BY year, type;'),
(15, 'Which events have no date, and what bounds do their documents give?',
'SELECT id, type, title, not_before, not_after, quote FROM undated;'),
(16, 'Which dates were partly inferred, and which are approximate or doubtful?',
'SELECT id, date, phrase, inferred, approximate, uncertain FROM event
WHERE inferred <> '''' OR approximate OR uncertain ORDER BY lo;'),
(17, 'How did an event come to its date, here the one with the most sources?',
'SELECT document, phrase, rule, attachment, anchor, anchor_reason, edtf
FROM event_mention WHERE event = (SELECT id FROM event ORDER BY sources DESC, lo LIMIT 1)
ORDER BY document;'),
(18, 'What does each document contribute?',
'SELECT document, published, mentions, dated, events, earliest, latest FROM document_coverage;'),
(19, 'Where do events happen?',
'SELECT place, count(*) AS events, min(earliest) AS first, max(latest) AS last
FROM event WHERE place IS NOT NULL AND precision <> ''unknown''
GROUP BY place ORDER BY events DESC, place;'),
(20, 'Which events mention these words?',
'SELECT e.id, e.date, snippet(event_text, -1, ''['', '']'', ''…'', 12) AS found
FROM event_text JOIN event_record AS e ON e.number = event_text.rowid
WHERE event_text MATCH ''"S-400" OR "Su-35"'' ORDER BY rank;'),
(21, 'What is claimed, denied, proposed or called off?',
'SELECT actuality, cue, date, title, attribution FROM event
WHERE actuality <> ''occurred'' ORDER BY actuality, lo;'),
(22, 'Which weapon systems are traded, and how far is each?',
'SELECT a.value AS system, group_concat(DISTINCT e.stage) AS stages, min(e.earliest) AS first
FROM event_attribute AS a JOIN event AS e ON e.id = a.event
WHERE a.name = ''system'' GROUP BY system ORDER BY system;'),
(23, 'What should a person look at first?',
'SELECT event, group_concat(reason, ''; '') AS reasons, title, confidence
FROM needs_review GROUP BY event ORDER BY count(*) DESC, confidence, event;'),
(24, 'What happened first and last with a label?',
'SELECT l.label, min(e.earliest) AS first, max(e.latest) AS last, count(*) AS events
FROM label AS l JOIN event AS e ON e.id = l.event GROUP BY l.label;'),
(25, 'Which are the five longest gaps without an event?',
'SELECT date(max(e.hi) OVER earlier - 0.5) AS quiet_from, e.earliest AS quiet_until,
  e.lo - max(e.hi) OVER earlier AS days
FROM event AS e WHERE e.start_open = 0 AND e.end_open = 0 AND e.precision <> ''unknown''
WINDOW earlier AS (ORDER BY e.lo, e.hi, e.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
ORDER BY days DESC LIMIT 5;');
