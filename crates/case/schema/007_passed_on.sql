-- Whose report an article passes on, by its own word, and that it was translated.

CREATE TABLE article_fact_wide (
    document TEXT NOT NULL,
    article  INTEGER NOT NULL,
    field    TEXT NOT NULL CHECK (field IN ('title', 'outlet', 'author', 'published', 'dateline', 'url', 'taken_from', 'translated')),
    n        INTEGER NOT NULL,                -- from 0; only authors and those it is taken from are several
    value    TEXT NOT NULL,
    how      TEXT NOT NULL CHECK (how IN ('text', 'page_data', 'sidecar', 'given')),
    start    INTEGER,                         -- where, when the text says so
    end      INTEGER,
    detail   TEXT,                            -- name of the page's field, or line of the sidecar
    PRIMARY KEY (document, article, field, n),
    FOREIGN KEY (document, article) REFERENCES article (document, article) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO article_fact_wide SELECT * FROM article_fact;
DROP TABLE article_fact;
ALTER TABLE article_fact_wide RENAME TO article_fact;
CREATE INDEX article_fact_value ON article_fact (field, value);

-- A claim that one document has from another, also as the report that it carries. Filled when events are joined again.
DROP TABLE echo_change;
DROP TABLE echo;
DELETE FROM fusion;
CREATE TABLE echo (
    event      TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    n          INTEGER NOT NULL,              -- by day of the report
    claim      TEXT NOT NULL REFERENCES claim (id),
    from_claim TEXT NOT NULL REFERENCES claim (id),
    by         TEXT NOT NULL CHECK (by IN ('copy', 'carries', 'cites', 'rewords', 'same_source')),
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
