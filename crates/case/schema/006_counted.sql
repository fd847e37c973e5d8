-- What lets a case of a million claims answer at once. What is counted here follows from the documents as they are, stands beside
-- their events, and is replaced with them.

-- Events that were joined before this step lack what it adds; they are joined anew.
DELETE FROM fusion;
DELETE FROM near_duplicate;
DELETE FROM echo_change;
DELETE FROM echo;
DELETE FROM source;
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

-- Documents in the order in which they are listed.
CREATE INDEX document_order ON document (file, id);

-- Sources of whom no more is known than their words.
CREATE INDEX argument_source_words ON argument (words) WHERE role = 'source' AND entity IS NULL;

-- Their places in the lists of forecasts and of relations, from 1.
ALTER TABLE forecast ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE course ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
CREATE INDEX forecast_order ON forecast (place);
CREATE INDEX course_order ON course (place);

-- The first claim of an event in order of file and text, the disputes that hold claims of it, and whether every claim of it speaks of
-- what is planned, foretold or hangs on a condition.
ALTER TABLE event ADD COLUMN first_claim TEXT;
ALTER TABLE event ADD COLUMN disputes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN ahead INTEGER NOT NULL DEFAULT 0;

CREATE INDEX event_type_time ON event (type, earliest IS NULL, earliest, latest, id);

-- In how many claims and documents an entity stands.
CREATE TABLE entity_count (
    entity    TEXT NOT NULL PRIMARY KEY REFERENCES entity (id),
    claims    INTEGER NOT NULL,               -- in any role
    as_actor  INTEGER NOT NULL,
    as_target INTEGER NOT NULL,
    as_source INTEGER NOT NULL,
    documents INTEGER NOT NULL                -- that speak of it
) STRICT, WITHOUT ROWID;

-- The same for a place.
CREATE TABLE place_count (
    place     TEXT NOT NULL PRIMARY KEY REFERENCES place (id),
    claims    INTEGER NOT NULL,
    documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Pages that are counted over all claims, or over all those of a source, an actor or a place that has many.
CREATE TABLE counted (
    page  TEXT NOT NULL,                      -- overview, facets, map, source, actor, place
    key   TEXT NOT NULL,                      -- what its page is asked for by; of facets the type of claim; empty: of all
    value TEXT NOT NULL,                      -- JSON, as the page gives it; of a source with the ids of its disputes
    PRIMARY KEY (page, key)
) STRICT, WITHOUT ROWID;
