-- How long people took: from acceptance by Meta to each later step, in milliseconds of which three digits count
-- (see keptDigits() of campaigntally.h), with how many took so long. Changed only through CampaignTally, in the
-- transaction that changes the people; `workspace check` proves it.
CREATE TABLE campaign_delay (
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    step TEXT NOT NULL, -- delivered, read, responded
    delay INTEGER NOT NULL,
    people INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, step, delay)
) STRICT, WITHOUT ROWID;

-- What Meta called a message in its price when it was delivered: "marketing/regular". Each message once.
ALTER TABLE attempt ADD COLUMN price TEXT NOT NULL DEFAULT '';
CREATE TABLE campaign_price (
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    price TEXT NOT NULL,
    messages INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, price)
) STRICT, WITHOUT ROWID;

-- Why people failed, without looking at them.
CREATE INDEX recipient_failed ON recipient(campaign_id, error_code) WHERE status = 'failed';

INSERT INTO campaign_delay (campaign_id, step, delay, people)
    SELECT campaign_id, step,
           CASE WHEN delay < 1000 THEN delay WHEN delay < 10000 THEN delay / 10 * 10
                WHEN delay < 100000 THEN delay / 100 * 100 WHEN delay < 1000000 THEN delay / 1000 * 1000
                WHEN delay < 10000000 THEN delay / 10000 * 10000
                WHEN delay < 100000000 THEN delay / 100000 * 100000
                WHEN delay < 1000000000 THEN delay / 1000000 * 1000000
                ELSE delay / 10000000 * 10000000 END AS kept,
           count(*)
    FROM (SELECT campaign_id, 'delivered' AS step, max(0, delivered_at - sent_at) AS delay FROM recipient
              WHERE sent_at IS NOT NULL AND delivered_at IS NOT NULL
          UNION ALL
          SELECT campaign_id, 'read', max(0, read_at - sent_at) FROM recipient
              WHERE sent_at IS NOT NULL AND read_at IS NOT NULL
          UNION ALL
          SELECT campaign_id, 'responded', max(0, responded_at - sent_at) FROM recipient
              WHERE sent_at IS NOT NULL AND responded_at IS NOT NULL)
    GROUP BY 1, 2, 3;

UPDATE attempt SET price = coalesce(
    (SELECT e.pricing_category || '/' || e.pricing_type FROM delivery_event e
     WHERE e.message_id = attempt.message_id AND e.message_id <> '' AND e.kind = 'status'
         AND e.step IN ('delivered', 'read') AND e.state <> 'waiting' AND e.pricing_category <> ''
     ORDER BY e.id LIMIT 1), '')
    WHERE message_id <> '';

INSERT INTO campaign_price (campaign_id, price, messages)
    SELECT r.campaign_id, a.price, count(*) FROM attempt a JOIN recipient r ON r.id = a.recipient_id
    WHERE a.price <> '' GROUP BY 1, 2;
