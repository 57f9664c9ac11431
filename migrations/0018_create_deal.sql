-- Which deal, agreement or project an event is a step of; filled with the events.
CREATE TABLE deal_step (
  event TEXT NOT NULL PRIMARY KEY REFERENCES event_record (id) ON DELETE CASCADE,
  deal TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX deal_step_by_deal ON deal_step (deal);

-- One lane for each deal, agreement or project, from talks to delivery: steps of the same parties
-- about the same thing.
CREATE VIEW deal_stages AS
SELECT
  s.deal, e.stage, e.date, e.earliest, e.latest, e.type, e.title, e.actuality, e.id AS event
FROM deal_step AS s JOIN event_record AS e ON e.id = s.event
ORDER BY s.deal, e.lo IS NULL, e.lo, e.hi, e.id;

INSERT INTO column_doc (table_name, column_name, description) VALUES
  ('deal_step', 'event', 'Id of the event'),
  ('deal_step', 'deal', 'Name of the deal: its parties, and what it is about in the words of the step that names it best');
