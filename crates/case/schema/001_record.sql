-- The record: what was read, who says it, and where it stands.
--
-- Offsets. Every `*_start` / `*_end` counts bytes of UTF-8 from the start of document.text, end exclusive, on character
-- borders. Exports count Unicode code points instead and convert. The words between two offsets stand beside them, so
-- that a table can be read by itself; `isnad verify` checks that they are the words of the text.
--
-- Ids are made from content (16 hexadecimal digits unless said otherwise): the same reading of the same bytes has the same
-- ids in every case. `number` columns are row numbers of this file alone and mean nothing outside it.
--
-- Days are ISO 8601 (2020-02-04), both ends inclusive. NULL means: not stated. JSON columns hold arrays of strings.

-- 1. Documents -----------------------------------------------------------------------------------------------------

-- One file as it was taken in. Its text never changes again.
CREATE TABLE document (
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,       -- first 16 digits of sha256
    sha256        TEXT NOT NULL,              -- of the file's bytes
    file          TEXT NOT NULL,              -- the first in byte order of its paths, see document_path
    format        TEXT NOT NULL,              -- text, markdown, html
    bytes         INTEGER NOT NULL,           -- length of the file
    charset       TEXT NOT NULL,              -- encoding that its bytes were decoded from
    text          TEXT NOT NULL,
    text_sha256   TEXT NOT NULL,              -- of text
    facts_sha256  TEXT NOT NULL,              -- of all that intake told: two files of the same bytes can differ in outlet and day
    reading       TEXT NOT NULL,              -- version of program, lexicon and model that read it
    record_sha256 TEXT NOT NULL DEFAULT ''    -- of all rows of this document, as the dump writes them
) STRICT;

-- Every path at which the document's bytes were found.
CREATE TABLE document_path (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    path     TEXT NOT NULL,
    PRIMARY KEY (document, path)
) STRICT, WITHOUT ROWID;

-- Files that could not be taken in. A file that is read later leaves this table.
CREATE TABLE refused (
    path    TEXT NOT NULL PRIMARY KEY,
    code    TEXT NOT NULL,                    -- stable name of the case: intake/binary
    message TEXT NOT NULL                     -- what was expected, what was found, what to do
) STRICT, WITHOUT ROWID;

-- The articles of a document in order of their first part. A page can hold several, or none.
CREATE TABLE article (
    document  TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    article   INTEGER NOT NULL,               -- from 0
    language  TEXT,                           -- ISO 639-1, as recognised
    signature BLOB NOT NULL,                  -- by which copies are found: unsigned 64-bit numbers, little end first; empty: too short
    PRIMARY KEY (document, article)
) STRICT, WITHOUT ROWID;

-- What is known about an article, and how.
CREATE TABLE article_fact (
    document TEXT NOT NULL,
    article  INTEGER NOT NULL,
    field    TEXT NOT NULL CHECK (field IN ('title', 'outlet', 'author', 'published', 'dateline', 'url')),
    n        INTEGER NOT NULL,                -- from 0; only authors are several
    value    TEXT NOT NULL,
    how      TEXT NOT NULL CHECK (how IN ('text', 'page_data', 'sidecar', 'given')),
    start    INTEGER,                         -- where, when the text says so
    end      INTEGER,
    detail   TEXT,                            -- name of the page's field, or line of the sidecar
    PRIMARY KEY (document, article, field, n),
    FOREIGN KEY (document, article) REFERENCES article (document, article) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX article_fact_value ON article_fact (field, value);

-- The stretches of an article that are read.
CREATE TABLE part (
    document TEXT NOT NULL,
    article  INTEGER NOT NULL,
    part     INTEGER NOT NULL,                -- from 0
    role     TEXT NOT NULL,                   -- headline, heading, paragraph, list_item, caption
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    PRIMARY KEY (document, article, part),
    FOREIGN KEY (document, article) REFERENCES article (document, article) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The stretches of a document that are not article, and why.
CREATE TABLE aside (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    reason   TEXT NOT NULL,                   -- navigation, offer, author_box, byline, comment, tags, furniture, legal, repeated, other_language
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

-- What could not be read as it should, in order of the stages.
CREATE TABLE problem (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    stage    TEXT NOT NULL,                   -- intake, language, read, resolve, fuse
    code     TEXT NOT NULL,
    start    INTEGER,                         -- NULL: the whole file
    end      INTEGER,
    message  TEXT NOT NULL,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

-- 2. What was read -------------------------------------------------------------------------------------------------

CREATE TABLE sentence (
    number   INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    sentence INTEGER NOT NULL,                -- from 0
    article  INTEGER NOT NULL,
    part     INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    words    TEXT NOT NULL,
    UNIQUE (document, sentence)
) STRICT;

-- Words that stand for somebody or something a claim can be about.
CREATE TABLE mention (
    document   TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    mention    INTEGER NOT NULL,              -- from 0
    sentence   INTEGER NOT NULL,
    kind       TEXT NOT NULL,                 -- name, nominal, pronoun, modifier
    hint       TEXT,                          -- what the words look like by themselves: a kind of entity
    plural     INTEGER NOT NULL,              -- 0 or 1
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    words      TEXT NOT NULL,
    head_start INTEGER NOT NULL,
    head_end   INTEGER NOT NULL,
    entity     TEXT REFERENCES entity (id),   -- NULL: could not be told
    place      TEXT REFERENCES place (id),    -- NULL: names no place
    PRIMARY KEY (document, mention)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_entity ON mention (entity) WHERE entity IS NOT NULL;
CREATE INDEX mention_place ON mention (place) WHERE place IS NOT NULL;

-- The smallest things that sentences assert.
CREATE TABLE claim (
    number         INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    document       TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    n              INTEGER NOT NULL,          -- its place in the reading, from 0
    article        INTEGER NOT NULL,
    sentence       INTEGER NOT NULL,
    start          INTEGER NOT NULL,          -- of the quote
    end            INTEGER NOT NULL,
    quote          TEXT NOT NULL,
    quote_sha256   TEXT NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('event', 'relation', 'assessment')),
    type           TEXT NOT NULL,
    trigger_start  INTEGER NOT NULL,
    trigger_end    INTEGER NOT NULL,
    trigger_words  TEXT NOT NULL,
    time_start     INTEGER,                   -- the words that say when; all six NULL where the text gives none
    time_end       INTEGER,
    time_words     TEXT,
    earliest       TEXT,                      -- the days they stand for, where it could be told
    latest         TEXT,
    time_resolved  TEXT,                      -- stated, from_publication, from_text
    modality       TEXT NOT NULL,
    modality_start INTEGER,                   -- the word that marks it; NULL in the plain case
    modality_end   INTEGER,
    modality_words TEXT,
    polarity       TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
    polarity_start INTEGER,
    polarity_end   INTEGER,
    polarity_words TEXT,
    rule           TEXT NOT NULL,             -- the pattern that read it: event/verb
    UNIQUE (document, n)
) STRICT;

CREATE INDEX claim_type ON claim (type);
CREATE INDEX claim_time ON claim (earliest, latest) WHERE earliest IS NOT NULL;

-- Words that fill a role of a claim or name a source of it.
CREATE TABLE argument (
    claim      TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    role       TEXT NOT NULL CHECK (role IN ('actor', 'target', 'place', 'source')),
    link       INTEGER NOT NULL DEFAULT 0,    -- for a source: index of its link in the chain; else 0
    n          INTEGER NOT NULL,              -- from 0, in order
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    words      TEXT NOT NULL,
    head_start INTEGER NOT NULL,
    head_end   INTEGER NOT NULL,
    entity     TEXT REFERENCES entity (id),   -- whom the words stand for; NULL: could not be told
    place      TEXT REFERENCES place (id),
    PRIMARY KEY (claim, role, link, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX argument_entity ON argument (entity, role) WHERE entity IS NOT NULL;
CREATE INDEX argument_place ON argument (place) WHERE place IS NOT NULL;

CREATE TABLE quantity (
    claim    TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    what     TEXT NOT NULL,                   -- killed, wounded, fighters, …
    at_least REAL,                            -- inclusive; NULL: no bound stated
    at_most  REAL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (claim, n)
) STRICT, WITHOUT ROWID;

-- The chain of who says so, outermost first. A claim without links is said in the document's own voice.
CREATE TABLE link (
    claim     TEXT NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    link      INTEGER NOT NULL,               -- from 0; its sources are arguments with the role source
    kind      TEXT NOT NULL,                  -- outlet, official, person, organisation, anonymous, social_media, document, recording
    stance    TEXT NOT NULL,                  -- asserts, denies, doubts
    carried   INTEGER NOT NULL,               -- 1: carried over from an earlier sentence or a pronoun
    cue_start INTEGER NOT NULL,
    cue_end   INTEGER NOT NULL,
    cue_words TEXT NOT NULL,
    PRIMARY KEY (claim, link)
) STRICT, WITHOUT ROWID;

-- 3. Who and where -------------------------------------------------------------------------------------------------

-- What each document tells of an entity.
CREATE TABLE document_entity (
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    entity   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    known    TEXT,                            -- key of the knowledge entry; NULL: known only from the text
    reasons  TEXT NOT NULL,                   -- JSON: the rules by which its mentions are taken for one
    PRIMARY KEY (document, entity)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_entity_entity ON document_entity (entity);

-- The entities of the case. Where documents differ, the first in byte order of (known, name, kind) stands here,
-- so that the order of reading does not matter.
CREATE TABLE entity (
    id    TEXT NOT NULL PRIMARY KEY,
    kind  TEXT NOT NULL,                      -- person, state, organisation, group, place, thing
    name  TEXT NOT NULL,
    known TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_name ON entity (name);

-- What each document tells of a place.
CREATE TABLE document_place (
    document   TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    place      TEXT NOT NULL,
    name       TEXT NOT NULL,
    class      TEXT NOT NULL,                 -- country, region, settlement, other
    latitude   REAL,                          -- degrees, WGS 84
    longitude  REAL,
    radius_km  REAL,                          -- around the point, that the name covers
    country    TEXT,                          -- ISO 3166
    within     TEXT NOT NULL,                 -- JSON: ids of the places it lies in, smallest first
    runners_up TEXT NOT NULL,                 -- JSON: ids of other places of that name, best first
    PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_place_place ON document_place (place);

-- The places of the case, chosen among the documents as for entities.
CREATE TABLE place (
    id        TEXT NOT NULL PRIMARY KEY,      -- geonames:… or name:…
    name      TEXT NOT NULL,
    class     TEXT NOT NULL,
    latitude  REAL,
    longitude REAL,
    radius_km REAL,
    country   TEXT,
    within    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX place_name ON place (name);

-- 4. Events: claims about one happening ------------------------------------------------------------------------------
-- Derived from all documents together and replaced as a whole. A change of the documents takes the events away, in the
-- same transaction, until they are joined anew.

CREATE TABLE fusion (
    only             INTEGER PRIMARY KEY CHECK (only = 1),
    documents        INTEGER NOT NULL,        -- how many
    documents_sha256 TEXT NOT NULL,           -- of their ids and record hashes, in order of ids
    version          TEXT NOT NULL,           -- of the program that joined them
    events_sha256    TEXT NOT NULL            -- of all rows of this part, as the dump writes them
) STRICT;

CREATE TABLE event (
    id               TEXT NOT NULL PRIMARY KEY,
    kind             TEXT NOT NULL,
    type             TEXT NOT NULL,
    earliest         TEXT,
    latest           TEXT,
    time_resolved    TEXT,
    origins_certain  INTEGER NOT NULL,        -- independent origins: at least
    origins_possible INTEGER NOT NULL         -- at most
) STRICT, WITHOUT ROWID;

CREATE TABLE event_claim (
    event  TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    n      INTEGER NOT NULL,
    claim  TEXT NOT NULL REFERENCES claim (id),
    reason TEXT,                              -- why it was joined; NULL for the first
    PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_claim_claim ON event_claim (claim);

CREATE TABLE event_entity (
    event  TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    role   TEXT NOT NULL CHECK (role IN ('actor', 'target')),
    entity TEXT NOT NULL REFERENCES entity (id),
    PRIMARY KEY (event, role, entity)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_entity_entity ON event_entity (entity);

CREATE TABLE event_place (
    event TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    place TEXT NOT NULL REFERENCES place (id),
    PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_place_place ON event_place (place);

-- From whom the claims of an event come.
CREATE TABLE origin (
    event   TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    origin  TEXT NOT NULL,                    -- what makes two claims share it: entity:…, outlet:…, document:…
    name    TEXT NOT NULL,
    certain INTEGER NOT NULL,                 -- 1: surely not another origin under a second name
    PRIMARY KEY (event, origin)
) STRICT, WITHOUT ROWID;

CREATE INDEX origin_origin ON origin (origin);

CREATE TABLE origin_claim (
    event  TEXT NOT NULL,
    origin TEXT NOT NULL,
    claim  TEXT NOT NULL REFERENCES claim (id),
    PRIMARY KEY (event, origin, claim),
    FOREIGN KEY (event, origin) REFERENCES origin (event, origin) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX origin_claim_claim ON origin_claim (claim);

-- Articles whose words are nearly the same, each pair once, the lesser (document, article) first.
CREATE TABLE near_duplicate (
    document       TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    article        INTEGER NOT NULL,
    other_document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    other_article  INTEGER NOT NULL,
    similarity     REAL NOT NULL,             -- part of the shorter text's word groups that stand in the longer one, 0 to 1
    PRIMARY KEY (document, article, other_document, other_article)
) STRICT, WITHOUT ROWID;

CREATE INDEX near_duplicate_other ON near_duplicate (other_document);

-- 5. Search ----------------------------------------------------------------------------------------------------------
-- Words are found without regard to case and accents. The triggers keep the indexes in step with their tables.

CREATE VIRTUAL TABLE sentence_search USING fts5 (
    words, content = 'sentence', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN
    INSERT INTO sentence_search (rowid, words) VALUES (new.number, new.words);
END;
CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN
    INSERT INTO sentence_search (sentence_search, rowid, words) VALUES ('delete', old.number, old.words);
END;

CREATE VIRTUAL TABLE claim_search USING fts5 (
    quote, content = 'claim', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claim_added AFTER INSERT ON claim BEGIN
    INSERT INTO claim_search (rowid, quote) VALUES (new.number, new.quote);
END;
CREATE TRIGGER claim_removed AFTER DELETE ON claim BEGIN
    INSERT INTO claim_search (claim_search, rowid, quote) VALUES ('delete', old.number, old.quote);
END;
