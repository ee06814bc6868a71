-- Messages that Meta priced and that are in no campaign: tests and answers, and those of campaigns that were deleted, so
-- that the month of a business stays whole. As campaign_charge; `workspace check` proves what is direct.
CREATE TABLE account_charge (
    account_id INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
    origin TEXT NOT NULL, -- direct, deleted
    quarter INTEGER NOT NULL,
    region TEXT NOT NULL,
    price TEXT NOT NULL,
    messages INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, origin, quarter, region, price)
) STRICT, WITHOUT ROWID;

ALTER TABLE direct_message ADD COLUMN region TEXT NOT NULL DEFAULT ''; -- the country that Meta charges for
ALTER TABLE direct_message ADD COLUMN price TEXT NOT NULL DEFAULT ''; -- as in attempt
ALTER TABLE direct_message ADD COLUMN priced_at INTEGER;

UPDATE direct_message SET region = CASE
    WHEN substr(phone, 1, 5) IN ('+1787', '+1939') THEN 'PR'
    WHEN substr(phone, 1, 5) IN ('+1809', '+1829', '+1849') THEN 'DO'
    WHEN substr(phone, 1, 5) IN ('+1658', '+1876') THEN 'JM'
    ELSE coalesce((SELECT CASE WHEN c.region IN ('GG', 'JE', 'IM') THEN 'GB' WHEN c.region = 'AX' THEN 'FI'
                               WHEN c.region = 'SJ' THEN 'NO' WHEN c.region = 'VA' THEN 'IT'
                               WHEN c.region = 'EH' THEN 'MA' WHEN c.region IN ('CC', 'CX') THEN 'AU'
                               WHEN c.region = 'UM' THEN 'US' ELSE c.region END
                   FROM contact c WHERE c.phone = direct_message.phone), '') END;

UPDATE direct_message SET (price, priced_at) = (
    SELECT lower(e.pricing_category) || '/' || lower(e.pricing_type), e.at FROM delivery_event e
    WHERE e.message_id = direct_message.message_id AND e.message_id <> '' AND e.kind = 'status'
        AND e.step IN ('delivered', 'read') AND e.state <> 'waiting' AND e.pricing_category <> ''
    ORDER BY e.at, e.id LIMIT 1)
    WHERE message_id <> '' AND EXISTS (
        SELECT 1 FROM delivery_event e
        WHERE e.message_id = direct_message.message_id AND e.message_id <> '' AND e.kind = 'status'
            AND e.step IN ('delivered', 'read') AND e.state <> 'waiting' AND e.pricing_category <> '');

INSERT INTO account_charge (account_id, origin, quarter, region, price, messages)
    SELECT account_id, 'direct', priced_at / 900000, region, price, count(*) FROM direct_message
    WHERE price <> '' GROUP BY 1, 3, 4, 5;

-- Who asks for no more has read a message: the last one that reached them in the week before counts, and only where
-- none did, one of which that is not known. Once: a merge brings the wish to another contact of the same person.
DROP TRIGGER contact_opts_out;
CREATE TRIGGER contact_opts_out AFTER UPDATE OF opted_out_at ON contact
    WHEN OLD.opted_out_at IS NULL AND NEW.opted_out_at IS NOT NULL AND NEW.opt_out_source IN ('reply', 'whatsapp')
        AND NOT EXISTS (SELECT 1 FROM recipient r JOIN opt_out o ON o.recipient_id = r.id
                        WHERE r.contact_id = NEW.id
                            AND o.at BETWEEN NEW.opted_out_at - 604800000 AND NEW.opted_out_at)
BEGIN
    INSERT INTO opt_out (recipient_id, at)
        SELECT id, NEW.opted_out_at FROM recipient WHERE contact_id = NEW.id AND steps_reached > 0
            AND left_at < NEW.opted_out_at + 1000 AND left_at >= NEW.opted_out_at - 604800000
            ORDER BY steps_reached >= 2 DESC, left_at DESC, id DESC LIMIT 1
        ON CONFLICT DO NOTHING;
END;

-- People who are deleted take along what is counted of them, so that nothing stays behind where that is broken off.
CREATE TRIGGER recipient_figures_deleted AFTER DELETE ON recipient WHEN OLD.left_at IS NOT NULL
BEGIN
    UPDATE campaign_quarter SET tried = tried - 1, sent = sent - (OLD.steps_reached >= 1),
            delivered = delivered - (OLD.steps_reached >= 2), read = read - (OLD.steps_reached >= 3),
            responded = responded - (OLD.steps_reached >= 4)
        WHERE campaign_id = OLD.campaign_id AND quarter = OLD.left_at / 900000 AND place = OLD.place
            AND (OLD.steps_reached > 0 OR OLD.status = 'failed');
    UPDATE campaign_failure SET people = people - 1
        WHERE campaign_id = OLD.campaign_id AND quarter = OLD.left_at / 900000 AND place = OLD.place
            AND code = OLD.error_code AND OLD.status = 'failed';
END;
