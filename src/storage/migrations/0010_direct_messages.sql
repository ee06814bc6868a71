-- Single messages outside campaigns that somebody waits for: asked for by any process, sent once by whoever holds
-- the engine.
CREATE TABLE direct_message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    attempt_id TEXT NOT NULL UNIQUE, -- travels to Meta and comes back in its events
    account_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    campaign_id INTEGER REFERENCES campaign(id) ON DELETE SET NULL, -- that it tests
    phone TEXT NOT NULL,
    content TEXT NOT NULL, -- JSON; empty from the moment on at which nobody will send it
    state TEXT NOT NULL DEFAULT 'waiting', -- the words of DirectMessageState
    asked_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL, -- not claimed by then: never sent
    claimed_at INTEGER,
    settled_at INTEGER,
    counted_at INTEGER NOT NULL DEFAULT 0, -- against the messaging limit, as in messaged; 0: it does not count
    message_id TEXT NOT NULL DEFAULT '',
    error_kind TEXT NOT NULL DEFAULT '', -- of a declined one: network, bad_input, refused
    error_code TEXT NOT NULL DEFAULT '', -- Meta's, or the word for scripts of a declined one
    error_subcode INTEGER NOT NULL DEFAULT 0,
    error_message TEXT NOT NULL DEFAULT '', -- of a declined one
    details TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX direct_message_open ON direct_message(id) WHERE state IN ('waiting', 'sending');
CREATE INDEX direct_message_counted ON direct_message(account_id, counted_at);
CREATE INDEX direct_message_message ON direct_message(message_id) WHERE message_id <> '';
CREATE INDEX direct_message_campaign ON direct_message(campaign_id);
