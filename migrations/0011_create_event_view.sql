-- One row for each event, wide and readable: start here.
CREATE VIEW event AS
SELECT
  id, date, edtf, earliest, latest, precision, approximate, uncertain, inferred, shape,
  start_open, end_open, type, title, actors, place, actuality, stage, attribution, quote,
  document, independent_sources AS sources, confidence, origin, source, phrase, cue, plover,
  (SELECT group_concat(label, '; ') FROM (
    SELECT label FROM label WHERE label.event = event_record.id ORDER BY label)) AS labels,
  not_before, not_after, lo, hi
FROM event_record;
