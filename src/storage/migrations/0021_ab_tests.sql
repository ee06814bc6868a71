-- Values that everybody of a campaign gets, as JSON; own ones do not count for them.
ALTER TABLE campaign ADD COLUMN fixed_values TEXT NOT NULL DEFAULT '{}';

-- Campaigns that try versions of their message out on a part of their people.
CREATE TABLE ab_test (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL DEFAULT '', -- of the campaign before it was divided
    state TEXT NOT NULL DEFAULT 'draft',
    seed INTEGER NOT NULL, -- same seed and same people: same division
    measure TEXT NOT NULL,
    decide_after INTEGER, -- milliseconds since the last version began to be sent; NULL: on a person's word
    rest_percent INTEGER NOT NULL, -- of the people, who get the winner
    why TEXT NOT NULL DEFAULT '', -- a person has to decide
    winner TEXT NOT NULL DEFAULT '', -- a letter
    is_by_person INTEGER NOT NULL DEFAULT 0,
    decided_at INTEGER
) STRICT;

CREATE INDEX ab_test_state ON ab_test(state);

-- Its versions, and the rest that gets the winner. Each is a campaign of its own from the division on; version A is
-- the campaign that is divided.
CREATE TABLE ab_member (
    test_id INTEGER NOT NULL REFERENCES ab_test(id) ON DELETE CASCADE,
    letter TEXT NOT NULL, -- A to D, rest
    campaign_id INTEGER REFERENCES campaign(id) ON DELETE SET NULL, -- NULL: not made yet, or deleted
    template_name TEXT NOT NULL DEFAULT '', -- in what it differs from the campaign; empty: as there
    language TEXT NOT NULL DEFAULT '',
    header_media TEXT NOT NULL DEFAULT '',
    fixed_values TEXT NOT NULL DEFAULT '{}', -- JSON
    start_at INTEGER, -- NULL: with the campaign
    people INTEGER NOT NULL DEFAULT 0, -- when they were divided
    spent INTEGER NOT NULL DEFAULT 0, -- what was reserved of the budget for people who were deleted since
    PRIMARY KEY (test_id, letter)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX ab_member_campaign ON ab_member(campaign_id) WHERE campaign_id IS NOT NULL;

CREATE TRIGGER campaign_leaves_test BEFORE DELETE ON campaign
BEGIN
    UPDATE ab_member SET campaign_id = NULL,
            spent = spent + coalesce((SELECT reserved FROM campaign_counts WHERE campaign_id = OLD.id), 0)
        WHERE campaign_id = OLD.id;
    DELETE FROM ab_test WHERE NOT EXISTS
        (SELECT 1 FROM ab_member WHERE test_id = ab_test.id AND campaign_id IS NOT NULL);
END;
