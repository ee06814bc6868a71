-- A person's own time zone, from a column of the file; empty: that of the number's country.
ALTER TABLE recipient ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
-- What a send window in the recipients' zones goes by.
ALTER TABLE recipient ADD COLUMN place TEXT GENERATED ALWAYS AS (iif(time_zone = '', region, time_zone)) VIRTUAL;

DROP INDEX recipient_next_of_region;
CREATE INDEX recipient_next_of_place ON recipient(campaign_id, place, not_before, id) WHERE status = 'pending';
