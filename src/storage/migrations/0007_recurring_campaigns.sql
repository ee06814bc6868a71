-- Campaigns that are made again and again.
CREATE TABLE recurrence (
    campaign_id INTEGER PRIMARY KEY REFERENCES campaign(id) ON DELETE CASCADE, -- the one that is repeated
    every TEXT NOT NULL, -- day, week, month
    days INTEGER NOT NULL, -- of the week, bit 0 is Monday
    day_of_month INTEGER NOT NULL,
    minute INTEGER NOT NULL, -- after midnight
    time_zone TEXT NOT NULL DEFAULT '',
    action TEXT NOT NULL, -- draft, send
    audience TEXT NOT NULL,
    next_at INTEGER NOT NULL,
    problem TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX recurrence_next ON recurrence(next_at);

-- The times that have come. A row is written with its empty draft in one transaction, so that each time makes one
-- campaign; until it is complete the draft is still being filled.
CREATE TABLE occurrence (
    pattern_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    due_at INTEGER NOT NULL,
    campaign_id INTEGER REFERENCES campaign(id) ON DELETE SET NULL, -- NULL: deleted since
    action TEXT NOT NULL,
    audience TEXT NOT NULL,
    is_complete INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (pattern_id, due_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX occurrence_campaign ON occurrence(campaign_id);
CREATE INDEX occurrence_open ON occurrence(due_at) WHERE is_complete = 0;
