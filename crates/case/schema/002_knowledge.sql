-- Tables of names that the user gave beside those of the program, as they were given. A document read with them has their
-- hash in document.reading.
CREATE TABLE knowledge (
    number INTEGER PRIMARY KEY,               -- in the order in which they were given
    file   TEXT NOT NULL,                     -- name of the file, for messages
    text   TEXT NOT NULL,
    sha256 TEXT NOT NULL                      -- of text
) STRICT;
