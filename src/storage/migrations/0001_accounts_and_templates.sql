-- Times are UTC milliseconds since 1970, states are words, true is 1.

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    phone_number_id TEXT NOT NULL UNIQUE,
    waba_id TEXT NOT NULL,
    name TEXT NOT NULL,
    api_base TEXT NOT NULL,
    graph_version TEXT NOT NULL,
    -- What Meta last reported; empty or NULL where it did not.
    display_phone_number TEXT NOT NULL DEFAULT '',
    verified_name TEXT NOT NULL DEFAULT '',
    quality_rating TEXT NOT NULL DEFAULT '',
    throughput_per_second INTEGER,
    messaging_limit INTEGER,
    reported_at INTEGER,
    templates_synced_at INTEGER
) STRICT;

CREATE TABLE template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    content TEXT NOT NULL, -- JSON, everything else about it
    UNIQUE (account_id, name, language)
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
