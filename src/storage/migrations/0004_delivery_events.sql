-- Bodies as Meta posted them.
CREATE TABLE webhook_post (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE delivery_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id INTEGER NOT NULL REFERENCES webhook_post(id) ON DELETE CASCADE,
    kind TEXT NOT NULL, -- status, message, preference, other
    message_id TEXT NOT NULL DEFAULT '',
    attempt_id TEXT NOT NULL DEFAULT '',
    word TEXT NOT NULL DEFAULT '', -- Meta's status word, or the field of another event
    step TEXT NOT NULL DEFAULT '', -- what we take the status word for; empty: an unknown word
    at INTEGER NOT NULL,
    error_code INTEGER NOT NULL DEFAULT 0,
    error_details TEXT NOT NULL DEFAULT '',
    pricing_category TEXT NOT NULL DEFAULT '',
    pricing_type TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL -- applied, ignored, waiting (for a message that nobody knows yet)
) STRICT;

CREATE INDEX delivery_event_message ON delivery_event(message_id, word, at) WHERE message_id <> '';
CREATE INDEX delivery_event_post ON delivery_event(post_id);

-- What people wrote to us, and what was written outside campaigns.
CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    direction TEXT NOT NULL, -- in, out
    message_id TEXT NOT NULL UNIQUE,
    phone TEXT NOT NULL,
    user_id TEXT NOT NULL DEFAULT '',
    profile_name TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    payload TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    in_reply_to TEXT NOT NULL DEFAULT '',
    campaign_id INTEGER REFERENCES campaign(id) ON DELETE SET NULL,
    is_opt_out INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX message_phone ON message(phone, id);
CREATE INDEX message_campaign ON message(campaign_id, id);
