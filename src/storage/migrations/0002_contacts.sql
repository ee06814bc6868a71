CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    phone TEXT NOT NULL UNIQUE, -- E.164 with "+"
    user_id TEXT NOT NULL DEFAULT '', -- Meta's business-scoped id
    region TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    attributes TEXT NOT NULL DEFAULT '{}', -- JSON
    created_at INTEGER NOT NULL,
    opted_in_at INTEGER,
    opt_in_source TEXT NOT NULL DEFAULT '',
    opted_out_at INTEGER,
    opt_out_source TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX contact_user_id ON contact(user_id) WHERE user_id <> '';

-- Numbers that nobody writes to, whatever the contact book says: the one table that sending asks.
CREATE TABLE suppression (
    phone TEXT PRIMARY KEY,
    source TEXT NOT NULL, -- "reply", "whatsapp" (the person told WhatsApp itself), or a person's own words
    added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
