-- Requests made before a person asked to try again: the retries of a campaign count from there.
ALTER TABLE recipient ADD COLUMN attempts_before INTEGER NOT NULL DEFAULT 0;

-- Whom WhatsApp itself kept a marketing message from: no campaign's marketing goes to them before.
CREATE TABLE marketing_hold (
    phone TEXT PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- When a person last counted against the messaging limit; 0: never, they had written to us before. All numbers of
-- a business portfolio share the limit: those with the same portfolio, or while Meta did not name it, the same WABA.
ALTER TABLE messaged ADD COLUMN counted_at INTEGER NOT NULL DEFAULT 0;
UPDATE messaged SET counted_at = last_at;
DROP INDEX messaged_last;
CREATE INDEX messaged_counted ON messaged(account_id, counted_at);
ALTER TABLE account ADD COLUMN portfolio TEXT NOT NULL DEFAULT '';

-- To which of our numbers a person wrote: that opens their customer-service window with it.
ALTER TABLE message ADD COLUMN phone_number_id TEXT NOT NULL DEFAULT '';

-- What a person decided beyond Meta's limits; NULL: nothing.
ALTER TABLE account ADD COLUMN own_limit_per_second INTEGER;
ALTER TABLE campaign ADD COLUMN per_day INTEGER;
