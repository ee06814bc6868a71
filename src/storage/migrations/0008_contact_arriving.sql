-- Contacts of an import that is being published, by ranges of their ids: nobody sees them before all are there. Empty
-- but for some seconds; what a killed process leaves, the next import takes back.
CREATE TABLE contact_arriving (
    first_id INTEGER PRIMARY KEY,
    last_id INTEGER NOT NULL
) STRICT;
