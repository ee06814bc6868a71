-- Meta's prices as somebody imported them. Amounts are whole millionths of the currency.
CREATE TABLE rate_card (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    currency TEXT NOT NULL, -- ISO 4217
    effective TEXT NOT NULL, -- the day from which it holds, "2026-10-01"
    file_name TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    UNIQUE (currency, effective)
) STRICT;

CREATE TABLE rate (
    id INTEGER PRIMARY KEY, -- in the order of the card
    card_id INTEGER NOT NULL REFERENCES rate_card(id) ON DELETE CASCADE,
    market TEXT NOT NULL,
    category TEXT NOT NULL, -- the words of PriceCategory
    first INTEGER NOT NULL, -- message of the month that it holds for
    price INTEGER NOT NULL,
    UNIQUE (card_id, market, category, first)
) STRICT;

-- What a campaign may cost at most; NULL: no limit.
ALTER TABLE campaign ADD COLUMN budget INTEGER;
ALTER TABLE campaign ADD COLUMN budget_currency TEXT NOT NULL DEFAULT '';

-- What the message of an attempt may cost at most, set when it is claimed for a campaign with a budget. It is reserved
-- while the message may yet be charged for: unless the outcome is refused, not_sent, given_back or failed.
ALTER TABLE attempt ADD COLUMN reserved INTEGER NOT NULL DEFAULT 0;
-- The sum of it. Changed only through CampaignTally; `workspace check` proves it.
ALTER TABLE campaign_counts ADD COLUMN reserved INTEGER NOT NULL DEFAULT 0;

-- When the message was delivered, as Meta told together with its price.
ALTER TABLE attempt ADD COLUMN priced_at INTEGER;
UPDATE attempt SET priced_at = coalesce(
    (SELECT coalesce(r.delivered_at, r.read_at, r.sent_at) FROM recipient r WHERE r.id = attempt.recipient_id),
    claimed_at) WHERE price <> '';

-- How many messages Meta priced how, by the country it charges for and the quarter of an hour since 1970 in which they
-- were delivered, so that months and days end at midnight in any time zone. Changed and proven as above.
CREATE TABLE campaign_charge (
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    quarter INTEGER NOT NULL,
    region TEXT NOT NULL,
    price TEXT NOT NULL, -- as in attempt
    messages INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, quarter, region, price)
) STRICT, WITHOUT ROWID;

INSERT INTO campaign_charge (campaign_id, quarter, region, price, messages)
    SELECT r.campaign_id, a.priced_at / 900000,
           CASE WHEN substr(r.phone, 1, 5) IN ('+1787', '+1939') THEN 'PR'
                WHEN substr(r.phone, 1, 5) IN ('+1809', '+1829', '+1849') THEN 'DO'
                WHEN substr(r.phone, 1, 5) IN ('+1658', '+1876') THEN 'JM'
                WHEN r.region IN ('GG', 'JE', 'IM') THEN 'GB' WHEN r.region = 'AX' THEN 'FI'
                WHEN r.region = 'SJ' THEN 'NO' WHEN r.region = 'VA' THEN 'IT' WHEN r.region = 'EH' THEN 'MA'
                WHEN r.region IN ('CC', 'CX') THEN 'AU' WHEN r.region = 'UM' THEN 'US' ELSE r.region END,
           a.price, count(*)
    FROM attempt a JOIN recipient r ON r.id = a.recipient_id WHERE a.price <> '' GROUP BY 1, 2, 3, 4;

-- What was estimated when a campaign was armed, to compare with what it costs.
CREATE TABLE campaign_estimate (
    campaign_id INTEGER PRIMARY KEY REFERENCES campaign(id) ON DELETE CASCADE,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    category TEXT NOT NULL,
    people INTEGER NOT NULL,
    without_price INTEGER NOT NULL,
    card_date TEXT NOT NULL,
    home_region TEXT NOT NULL, -- of the business number; empty: not known
    made_at INTEGER NOT NULL
) STRICT;

-- What a campaign brought in. `booking` names what was imported, so that the same file counts once; it tells nothing
-- of the person.
CREATE TABLE revenue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
    recipient_id INTEGER REFERENCES recipient(id) ON DELETE SET NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    at INTEGER NOT NULL,
    source TEXT NOT NULL, -- hand, file
    booking TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX revenue_booking ON revenue(booking) WHERE booking <> '';
CREATE INDEX revenue_campaign ON revenue(campaign_id);
CREATE INDEX revenue_recipient ON revenue(recipient_id) WHERE recipient_id IS NOT NULL;
