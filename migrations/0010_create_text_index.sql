-- What a search for events reads: title, every quote, participants and place.
CREATE VIEW event_searchable AS
SELECT
  number,
  title,
  coalesce((SELECT group_concat(quote, ' ') FROM (
    SELECT DISTINCT m.quote FROM event_member AS em JOIN mention AS m ON m.id = em.mention
    WHERE em.event = event_record.id ORDER BY em.position, m.document)), source, '') AS quote,
  actors,
  coalesce(place, '') AS place
FROM event_record;

CREATE VIRTUAL TABLE event_text USING fts5 (
  title, quote, actors, place, content = 'event_searchable', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2');

-- What a search for documents reads.
CREATE VIEW document_searchable AS
SELECT number, coalesce(title, '') AS title, text FROM document;

CREATE VIRTUAL TABLE document_text USING fts5 (
  title, text, content = 'document_searchable', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2');
