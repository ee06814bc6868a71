-- The moment in which a person's message left, as far as anybody knows; failures without one left when they failed.
ALTER TABLE recipient ADD COLUMN left_at INTEGER
    GENERATED ALWAYS AS (coalesce(sent_at, delivered_at, read_at, responded_at, failed_at)) VIRTUAL;
-- How far it got, as reachedBy() of domain/recipientstatus.h has it: 1 sent, 2 delivered, 3 read, 4 responded.
ALTER TABLE recipient ADD COLUMN steps_reached INTEGER GENERATED ALWAYS AS (
    CASE WHEN responded_at IS NOT NULL OR status = 'responded' THEN 4
         WHEN read_at IS NOT NULL OR status = 'read' THEN 3
         WHEN delivered_at IS NOT NULL OR status = 'delivered' THEN 2
         WHEN sent_at IS NOT NULL OR status = 'sent' THEN 1
         ELSE 0 END) VIRTUAL;

-- People by the quarter of an hour (since 1970) in which their message left, and by the place whose clock they go by.
-- Clocks of the world differ by whole quarters. `workspace check` proves it, as it does the next table.
CREATE TABLE campaign_quarter (
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    quarter INTEGER NOT NULL,
    place TEXT NOT NULL,
    tried INTEGER NOT NULL DEFAULT 0, -- sent or failed
    sent INTEGER NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0,
    responded INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, quarter, place)
) STRICT, WITHOUT ROWID;

-- Those of them who failed, by why.
CREATE TABLE campaign_failure (
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    quarter INTEGER NOT NULL,
    place TEXT NOT NULL,
    code TEXT NOT NULL,
    people INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, quarter, place, code)
) STRICT, WITHOUT ROWID;

-- The last message that somebody got in the week before they asked for no more.
CREATE TABLE opt_out (
    recipient_id INTEGER PRIMARY KEY REFERENCES recipient(id) ON DELETE CASCADE,
    at INTEGER NOT NULL
) STRICT;

INSERT INTO campaign_quarter (campaign_id, quarter, place, tried, sent, delivered, read, responded)
    SELECT campaign_id, left_at / 900000, place, count(*), sum(steps_reached >= 1), sum(steps_reached >= 2),
           sum(steps_reached >= 3), sum(steps_reached >= 4)
    FROM recipient WHERE left_at IS NOT NULL AND (steps_reached > 0 OR status = 'failed') GROUP BY 1, 2, 3;

INSERT INTO campaign_failure (campaign_id, quarter, place, code, people)
    SELECT campaign_id, left_at / 900000, place, error_code, count(*) FROM recipient
    WHERE left_at IS NOT NULL AND status = 'failed' GROUP BY 1, 2, 3, 4;

INSERT INTO opt_out (recipient_id, at)
    SELECT (SELECT r.id FROM recipient r WHERE r.contact_id = c.id AND r.steps_reached > 0
                AND r.left_at < c.opted_out_at + 1000 AND r.left_at >= c.opted_out_at - 604800000
                ORDER BY r.left_at DESC, r.id DESC LIMIT 1) AS recipient, c.opted_out_at
    FROM contact c WHERE c.opted_out_at IS NOT NULL AND c.opt_out_source IN ('reply', 'whatsapp')
        AND recipient IS NOT NULL;

-- Whatever changes a person keeps the figures, in the same transaction.
CREATE TRIGGER recipient_figures AFTER UPDATE OF status, sent_at, delivered_at, read_at, responded_at, failed_at,
        error_code, region, time_zone ON recipient
    WHEN OLD.left_at IS NOT NULL OR NEW.left_at IS NOT NULL
BEGIN
    UPDATE campaign_quarter SET tried = tried - 1, sent = sent - (OLD.steps_reached >= 1),
            delivered = delivered - (OLD.steps_reached >= 2), read = read - (OLD.steps_reached >= 3),
            responded = responded - (OLD.steps_reached >= 4)
        WHERE campaign_id = OLD.campaign_id AND quarter = OLD.left_at / 900000 AND place = OLD.place
            AND (OLD.steps_reached > 0 OR OLD.status = 'failed');
    INSERT INTO campaign_quarter (campaign_id, quarter, place, tried, sent, delivered, read, responded)
        SELECT NEW.campaign_id, NEW.left_at / 900000, NEW.place, 1, NEW.steps_reached >= 1,
               NEW.steps_reached >= 2, NEW.steps_reached >= 3, NEW.steps_reached >= 4
        WHERE NEW.left_at IS NOT NULL AND (NEW.steps_reached > 0 OR NEW.status = 'failed')
        ON CONFLICT DO UPDATE SET tried = tried + excluded.tried, sent = sent + excluded.sent,
            delivered = delivered + excluded.delivered, read = read + excluded.read,
            responded = responded + excluded.responded;
    UPDATE campaign_failure SET people = people - 1
        WHERE campaign_id = OLD.campaign_id AND quarter = OLD.left_at / 900000 AND place = OLD.place
            AND code = OLD.error_code AND OLD.status = 'failed';
    INSERT INTO campaign_failure (campaign_id, quarter, place, code, people)
        SELECT NEW.campaign_id, NEW.left_at / 900000, NEW.place, NEW.error_code, 1
        WHERE NEW.left_at IS NOT NULL AND NEW.status = 'failed'
        ON CONFLICT DO UPDATE SET people = people + excluded.people;
END;

CREATE TRIGGER contact_opts_out AFTER UPDATE OF opted_out_at ON contact
    WHEN OLD.opted_out_at IS NULL AND NEW.opted_out_at IS NOT NULL AND NEW.opt_out_source IN ('reply', 'whatsapp')
BEGIN
    INSERT INTO opt_out (recipient_id, at)
        SELECT id, NEW.opted_out_at FROM recipient WHERE contact_id = NEW.id AND steps_reached > 0
            AND left_at < NEW.opted_out_at + 1000 AND left_at >= NEW.opted_out_at - 604800000
            ORDER BY left_at DESC, id DESC LIMIT 1
        ON CONFLICT DO NOTHING;
END;
