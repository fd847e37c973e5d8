-- A claim that one document has from another, also as the misspellings they share show. Filled when events are joined again.
DROP TABLE echo_change;
DROP TABLE echo;
DELETE FROM fusion;
CREATE TABLE echo (
    event      TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    n          INTEGER NOT NULL,              -- by day of the report
    claim      TEXT NOT NULL REFERENCES claim (id),
    from_claim TEXT NOT NULL REFERENCES claim (id),
    by         TEXT NOT NULL CHECK (by IN ('copy', 'carries', 'cites', 'rewords', 'misspells', 'same_source')),
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
