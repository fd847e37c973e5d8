-- What a person decided about who is who, and what follows from it.
--
-- The log is only ever added to: taking a decision back is a line of its own. A decision says whom it means by ids and by
-- words of the texts: after a new reading, in which an entity may have another name and so another id, it is taken for
-- whoever stands at these words. What follows from the decisions in force stands in mention.entity and argument.entity,
-- with what the reading told beside it in read_as; a document's record_sha256 is of what the reading told.

CREATE TABLE decision (
    number      INTEGER PRIMARY KEY,          -- from 1, in the order in which they were made
    id          TEXT NOT NULL UNIQUE,         -- first 16 digits of SHA-256 of the id before it, all other columns and its anchors
    what        TEXT NOT NULL CHECK (what IN ('merge', 'split', 'undo')),
    who         TEXT NOT NULL,                -- decided it
    at          TEXT NOT NULL,                -- RFC 3339
    why         TEXT NOT NULL,
    entity      TEXT,                         -- merge: who stays; split: from whom words are taken; undo: NULL
    entity_name TEXT,                         -- as it was called then
    entity_kind TEXT,
    other       TEXT,                         -- merge: who becomes one with it; split: whom the words stand for from then on
    other_name  TEXT,
    other_kind  TEXT,
    words       TEXT,                         -- split: only where just these words stand; NULL: all of them
    document    TEXT,                         -- split: only in this document; NULL: in all
    undoes      TEXT                          -- undo: id of the decision that it takes back
) STRICT;

-- Words at which the two sides of a merge, and the first of a split, stood when it was made.
CREATE TABLE decision_anchor (
    decision TEXT NOT NULL REFERENCES decision (id),
    side     TEXT NOT NULL CHECK (side IN ('entity', 'other')),
    document TEXT NOT NULL,                   -- id; the document may be missing from this case
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (decision, side, document, start, end)
) STRICT, WITHOUT ROWID;

CREATE INDEX decision_anchor_document ON decision_anchor (document);

-- Derived: whom the decisions in force mean in the readings as they are.
CREATE TABLE decided (
    number   INTEGER PRIMARY KEY,             -- of the decision
    decision TEXT NOT NULL,
    entity   TEXT NOT NULL,
    other    TEXT NOT NULL
) STRICT;

-- Derived: entities that are one with another now.
CREATE TABLE merged (
    entity TEXT NOT NULL PRIMARY KEY,         -- as documents tell it
    into_  TEXT NOT NULL                      -- with whom it is one
) STRICT, WITHOUT ROWID;

CREATE INDEX merged_into ON merged (into_);

-- Derived: whom the reading told, where a decision says somebody else; NULL where none does.
ALTER TABLE mention ADD COLUMN read_as TEXT;
ALTER TABLE argument ADD COLUMN read_as TEXT;

CREATE INDEX mention_read_as ON mention (read_as) WHERE read_as IS NOT NULL;
CREATE INDEX argument_read_as ON argument (read_as) WHERE read_as IS NOT NULL;
