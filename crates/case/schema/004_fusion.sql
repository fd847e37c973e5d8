-- What the claims of all documents come to together, beside the events: parts and wholes, disputes, tolls, forecasts, and
-- relations on the axis of time. Like the events they are derived and replaced as a whole.

-- Events that were joined before this step lack what it adds; they are joined anew.
DELETE FROM fusion;
DELETE FROM near_duplicate;
DELETE FROM origin_claim;
DELETE FROM origin;
DELETE FROM event_place;
DELETE FROM event_entity;
DELETE FROM event_claim;
DELETE FROM event;

-- How well the event is attested, as a proposal: confirmed, fair, weak, contested, denied.
ALTER TABLE event ADD COLUMN grade TEXT NOT NULL DEFAULT 'weak';
-- Where the origin stands to what it tells: doer, sufferer, ally, third, unknown.
ALTER TABLE origin ADD COLUMN stand TEXT NOT NULL DEFAULT 'unknown';

-- Other events that an event stands to.
CREATE TABLE event_bond (
    event  TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    bond   TEXT NOT NULL CHECK (bond IN ('whole', 'apart')), -- whole: the longer one it is a part of; apart: alike, and kept apart
    n      INTEGER NOT NULL,                  -- from 0, most alike first
    other  TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,                     -- in a sentence
    PRIMARY KEY (event, bond, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_bond_other ON event_bond (other);

-- Claims that cannot all be true, or hardly are.
CREATE TABLE dispute (
    id       TEXT NOT NULL PRIMARY KEY,
    kind     TEXT NOT NULL,                   -- number, date, place, responsibility, happened, control, announced_vs_observed, degree
    strength TEXT NOT NULL CHECK (strength IN ('contradiction', 'tension')),
    event    TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    reason   TEXT NOT NULL                    -- why the sides cannot stand beside each other
) STRICT, WITHOUT ROWID;

CREATE INDEX dispute_event ON dispute (event);

-- What each side says, and the claims that say it.
CREATE TABLE dispute_side (
    dispute TEXT NOT NULL REFERENCES dispute (id) ON DELETE CASCADE,
    side    INTEGER NOT NULL,                 -- from 0
    says    TEXT NOT NULL,
    PRIMARY KEY (dispute, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispute_claim (
    dispute TEXT NOT NULL,
    side    INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    claim   TEXT NOT NULL REFERENCES claim (id),
    PRIMARY KEY (dispute, side, n),
    FOREIGN KEY (dispute, side) REFERENCES dispute_side (dispute, side) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX dispute_claim_claim ON dispute_claim (claim);

-- What the figures of one event for one thing come to.
CREATE TABLE toll (
    event  TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    what   TEXT NOT NULL,                     -- killed, wounded, fighters, …
    low    REAL,                              -- least lower bound of the figures that stand
    best   REAL,
    high   REAL,                              -- greatest upper bound; NULL: a figure has none
    reason TEXT NOT NULL,                     -- how best was chosen
    PRIMARY KEY (event, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    event    TEXT NOT NULL,
    what     TEXT NOT NULL,
    n        INTEGER NOT NULL,                -- by day of the report
    claim    TEXT NOT NULL REFERENCES claim (id),
    at_least REAL,
    at_most  REAL,
    origin   TEXT NOT NULL,                   -- who says it
    day      TEXT,                            -- of the report
    stand    TEXT NOT NULL CHECK (stand IN ('whole', 'more', 'revised', 'denied')),
    PRIMARY KEY (event, what, n),
    FOREIGN KEY (event, what) REFERENCES toll (event, what) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX figure_claim ON figure (claim);

-- What was foretold, vowed or meant, and what became of it.
CREATE TABLE forecast (
    claim       TEXT NOT NULL PRIMARY KEY REFERENCES claim (id),
    conditional INTEGER NOT NULL,             -- 1: it hangs on a condition
    horizon     TEXT,                         -- the day by which it should have come
    outcome     TEXT NOT NULL CHECK (outcome IN ('came_true', 'did_not', 'open')),
    reason      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX forecast_outcome ON forecast (outcome);

-- Further claims of the same sentence that tell the same.
CREATE TABLE forecast_also (
    forecast TEXT NOT NULL REFERENCES forecast (claim) ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    claim    TEXT NOT NULL REFERENCES claim (id),
    PRIMARY KEY (forecast, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX forecast_also_claim ON forecast_also (claim);

-- Who foretold it; none: the document in its own voice.
CREATE TABLE forecast_holder (
    forecast TEXT NOT NULL REFERENCES forecast (claim) ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    entity   TEXT NOT NULL REFERENCES entity (id),
    PRIMARY KEY (forecast, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX forecast_holder_entity ON forecast_holder (entity);

-- The claims that an outcome rests on.
CREATE TABLE forecast_evidence (
    forecast TEXT NOT NULL REFERENCES forecast (claim) ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    claim    TEXT NOT NULL REFERENCES claim (id),
    shows    TEXT NOT NULL CHECK (shows IN ('came_true', 'did_not')),
    reason   TEXT NOT NULL,
    PRIMARY KEY (forecast, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX forecast_evidence_claim ON forecast_evidence (claim);

-- When a relation is attested: the days its claims speak of, else those of their reports.
CREATE TABLE course (
    event       TEXT NOT NULL PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    first       TEXT,
    first_claim TEXT REFERENCES claim (id),
    last        TEXT,
    last_claim  TEXT REFERENCES claim (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX course_first_claim ON course (first_claim);
CREATE INDEX course_last_claim ON course (last_claim);

-- What changed it.
CREATE TABLE course_change (
    event  TEXT NOT NULL REFERENCES course (event) ON DELETE CASCADE,
    n      INTEGER NOT NULL,                  -- by day
    day    TEXT NOT NULL,
    claim  TEXT NOT NULL REFERENCES claim (id),
    reason TEXT NOT NULL,
    PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX course_change_claim ON course_change (claim);
