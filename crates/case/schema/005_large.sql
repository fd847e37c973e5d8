-- What lets a large case answer at once, and how claims were passed on. Both follow from the events, stand beside them, and
-- are replaced with them.

-- Events that were joined before this step lack what it adds; they are joined anew.
DELETE FROM fusion;
DELETE FROM near_duplicate;
DELETE FROM course_change;
DELETE FROM course;
DELETE FROM forecast_evidence;
DELETE FROM forecast_holder;
DELETE FROM forecast_also;
DELETE FROM forecast;
DELETE FROM figure;
DELETE FROM toll;
DELETE FROM dispute_claim;
DELETE FROM dispute_side;
DELETE FROM dispute;
DELETE FROM event_bond;
DELETE FROM origin_claim;
DELETE FROM origin;
DELETE FROM event_place;
DELETE FROM event_entity;
DELETE FROM event_claim;
DELETE FROM event;

-- How many claims an event has, and in how many documents.
ALTER TABLE event ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN documents INTEGER NOT NULL DEFAULT 0;
-- In how many documents the claims of a dispute stand.
ALTER TABLE dispute ADD COLUMN documents INTEGER NOT NULL DEFAULT 0;

CREATE INDEX event_order_time ON event (earliest IS NULL, earliest, latest, id);
CREATE INDEX event_order_claims ON event (claims DESC, id);
CREATE INDEX event_order_origins ON event (origins_certain DESC, origins_possible DESC, claims DESC, id);
CREATE INDEX dispute_order ON dispute (strength, kind, documents DESC, id);

-- Who is said to say what: a row for each source and kind.
CREATE TABLE source (
    n         INTEGER PRIMARY KEY,            -- from 1, most claims first
    entity    TEXT REFERENCES entity (id),    -- NULL: could not be told
    name      TEXT,                           -- of the entity, else the words; NULL: nobody is named
    kind      TEXT NOT NULL,                  -- outlet, official, person, …
    claims    INTEGER NOT NULL,               -- in whose chain it stands
    innermost INTEGER NOT NULL,               -- of which it is the innermost source
    against   INTEGER NOT NULL,               -- that it denies or doubts
    documents INTEGER NOT NULL                -- that cite it
) STRICT;

CREATE INDEX source_entity ON source (entity);

-- A claim that one document has from another.
CREATE TABLE echo (
    event      TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    n          INTEGER NOT NULL,              -- by day of the report
    claim      TEXT NOT NULL REFERENCES claim (id),
    from_claim TEXT NOT NULL REFERENCES claim (id),
    by         TEXT NOT NULL CHECK (by IN ('copy', 'cites', 'same_source')),
    PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX echo_claim ON echo (claim);
CREATE INDEX echo_from_claim ON echo (from_claim);

-- What is other in it.
CREATE TABLE echo_change (
    event TEXT NOT NULL,
    n     INTEGER NOT NULL,
    m     INTEGER NOT NULL,                   -- from 0
    what  TEXT NOT NULL,                      -- doubt_dropped, source_dropped, figure_changed, …
    says  TEXT NOT NULL,
    PRIMARY KEY (event, n, m),
    FOREIGN KEY (event, n) REFERENCES echo (event, n) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
