CREATE TABLE campaign (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER REFERENCES account(id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    template_name TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'draft',
    reason_code TEXT NOT NULL DEFAULT '',
    reason_message TEXT NOT NULL DEFAULT '',
    reason_advice TEXT NOT NULL DEFAULT '',
    rate TEXT NOT NULL,
    window_from INTEGER NOT NULL, -- minutes after midnight
    window_to INTEGER NOT NULL,
    window_days INTEGER NOT NULL, -- bit 0 is Monday
    time_zone TEXT NOT NULL DEFAULT '',
    max_retries INTEGER NOT NULL,
    brake TEXT NOT NULL,
    header_media TEXT NOT NULL DEFAULT '', -- a path, link or media id
    header_upload_id TEXT NOT NULL DEFAULT '',
    header_uploaded_at INTEGER,
    defaults TEXT NOT NULL DEFAULT '{}', -- JSON; for people whose own value is empty
    frozen_template TEXT, -- JSON; from arming on
    created_at INTEGER NOT NULL,
    scheduled_for INTEGER,
    started_at INTEGER,
    completed_at INTEGER
) STRICT;

CREATE INDEX campaign_state ON campaign(state, id);
CREATE INDEX campaign_account ON campaign(account_id);

-- People by present status, and how many got at least so far. Changed only through CampaignTally, in the
-- transaction that changes the people; `workspace check` proves them.
CREATE TABLE campaign_counts (
    campaign_id INTEGER PRIMARY KEY REFERENCES campaign(id) ON DELETE CASCADE,
    pending INTEGER NOT NULL DEFAULT 0,
    sending INTEGER NOT NULL DEFAULT 0,
    sent INTEGER NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0,
    responded INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    opted_out INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    unconfirmed INTEGER NOT NULL DEFAULT 0,
    reached_sent INTEGER NOT NULL DEFAULT 0,
    reached_delivered INTEGER NOT NULL DEFAULT 0,
    reached_read INTEGER NOT NULL DEFAULT 0,
    reached_responded INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The time line: how many recipients have each of their times in this minute (since 1970). Changed as above.
CREATE TABLE campaign_minute (
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    minute INTEGER NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0,
    responded INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE recipient (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact(id),
    phone TEXT NOT NULL,
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    variables TEXT NOT NULL, -- JSON; the person's own values
    status TEXT NOT NULL DEFAULT 'pending',
    attempts INTEGER NOT NULL DEFAULT 0, -- requests that left, or may have
    current_attempt INTEGER, -- attempt.id; NULL while nobody has tried, and after a decision to try again
    message_id TEXT NOT NULL DEFAULT '',
    not_before INTEGER NOT NULL DEFAULT 0, -- waits out a backoff
    sent_at INTEGER,
    delivered_at INTEGER,
    read_at INTEGER,
    responded_at INTEGER,
    failed_at INTEGER,
    error_code TEXT NOT NULL DEFAULT '', -- empty: no error
    error_message TEXT NOT NULL DEFAULT '',
    error_advice TEXT NOT NULL DEFAULT '',
    error_details TEXT NOT NULL DEFAULT '',
    response TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE UNIQUE INDEX recipient_phone ON recipient(campaign_id, phone);
CREATE INDEX recipient_campaign ON recipient(campaign_id); -- with the row id behind it: pages in order
CREATE INDEX recipient_status ON recipient(campaign_id, status, id);
CREATE INDEX recipient_contact ON recipient(contact_id, id);
-- Who is next: small, because people leave it when they are claimed.
CREATE INDEX recipient_next ON recipient(campaign_id, not_before, id) WHERE status = 'pending';
CREATE INDEX recipient_next_of_region ON recipient(campaign_id, region, not_before, id) WHERE status = 'pending';

-- One HTTP request for one recipient, written before it leaves.
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    attempt_id TEXT NOT NULL UNIQUE, -- travels to Meta and comes back in its events
    recipient_id INTEGER NOT NULL REFERENCES recipient(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    claimed_at INTEGER NOT NULL,
    answered_at INTEGER,
    proven_at INTEGER, -- an event, not the answer, told that Meta has it
    outcome TEXT NOT NULL DEFAULT '', -- empty: no answer yet; accepted, refused, not_sent, unknown, given_back, failed
    message_id TEXT NOT NULL DEFAULT '',
    error_code INTEGER NOT NULL DEFAULT 0,
    error_subcode INTEGER NOT NULL DEFAULT 0,
    http_status INTEGER NOT NULL DEFAULT 0,
    details TEXT NOT NULL DEFAULT '',
    fbtrace_id TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX attempt_recipient ON attempt(recipient_id);
CREATE INDEX attempt_open ON attempt(id) WHERE outcome = ''; -- what a crash leaves
CREATE INDEX attempt_message ON attempt(message_id) WHERE message_id <> '';

-- The last accepted message per person and number: for the rolling 24 hours and for answers without context. No
-- foreign keys: it outlives campaigns.
CREATE TABLE messaged (
    contact_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    recipient_id INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (contact_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX messaged_last ON messaged(account_id, last_at);

CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER REFERENCES campaign(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    what TEXT NOT NULL
) STRICT;

CREATE INDEX activity_campaign ON activity(campaign_id, id);
