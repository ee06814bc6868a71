-- What an import will change about contacts that the book has already. It waits here, unseen, until the import is
-- whole, and is carried out from here, by another program if that one dies: all of it or nothing.
CREATE TABLE contact_change (
    id INTEGER PRIMARY KEY,
    phone TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    attributes TEXT NOT NULL -- JSON
) STRICT;

-- How they are carried out. There is a row once the import is whole, and until all of them are.
CREATE TABLE contact_change_terms (
    known TEXT NOT NULL, -- keep, fill, overwrite
    tags TEXT NOT NULL, -- their ids, as JSON
    opted_in_at INTEGER NOT NULL, -- 0: nobody says so
    opt_in_source TEXT NOT NULL,
    opt_in_words TEXT NOT NULL,
    opt_in_file TEXT NOT NULL
) STRICT;
