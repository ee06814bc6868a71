-- The contact book: proof of consent, own attributes, tags, segments, and what lists and searches read.

ALTER TABLE contact ADD COLUMN opt_in_words TEXT NOT NULL DEFAULT ''; -- what the person agreed to, as it was put
ALTER TABLE contact ADD COLUMN opt_in_file TEXT NOT NULL DEFAULT ''; -- SHA-256 of the file that told it, in hex

CREATE TABLE attribute (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL DEFAULT 'text' -- text, number, date: how it is shown and compared
) STRICT;

CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

-- No foreign key to contact: SQLite would search it by an index of its own for every deleted person.
CREATE TABLE contact_tag (
    tag_id INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL,
    PRIMARY KEY (tag_id, contact_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    rule TEXT NOT NULL, -- as SegmentRule::text writes it
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- What is known of a contact, arranged for lists, searches and segments. An import writes `contact` alone;
-- ContactIndex copies from it afterwards, in the order of the ids. Until then, and for contacts that have
-- changed since (contact_stale), readers look at `contact` itself: the same answer, only slower.
CREATE TABLE contact_index (
    indexed_to INTEGER NOT NULL -- every contact up to this id is below
) STRICT;
INSERT INTO contact_index VALUES (0);

CREATE TABLE contact_stale (
    contact_id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE contact_fact (
    contact_id INTEGER PRIMARY KEY,
    phone TEXT NOT NULL,
    name_key TEXT NOT NULL, -- the name without case and accents (nameKey)
    region TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    opted_in_at INTEGER
) STRICT;

CREATE INDEX contact_fact_name ON contact_fact(name_key, contact_id);
CREATE INDEX contact_fact_region ON contact_fact(region, contact_id);
CREATE INDEX contact_fact_created ON contact_fact(created_at, contact_id);
CREATE INDEX contact_fact_opted_in ON contact_fact(opted_in_at, contact_id) WHERE opted_in_at IS NOT NULL;

-- Finds three letters or digits anywhere in a name or a number.
CREATE VIRTUAL TABLE contact_search USING fts5(
    phone, name_key, content='contact_fact', content_rowid='contact_id',
    tokenize='trigram case_sensitive 1', detail='none');

CREATE TABLE contact_value (
    attribute_id INTEGER NOT NULL REFERENCES attribute(id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL,
    value TEXT NOT NULL,
    number REAL, -- where the value is one
    PRIMARY KEY (attribute_id, contact_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER contact_changed AFTER UPDATE OF phone, name, region, attributes, opted_in_at ON contact
WHEN OLD.id <= (SELECT indexed_to FROM contact_index)
     AND (OLD.phone <> NEW.phone OR OLD.name <> NEW.name OR OLD.region <> NEW.region
          OR OLD.attributes <> NEW.attributes OR OLD.opted_in_at IS NOT NEW.opted_in_at)
BEGIN
    INSERT OR IGNORE INTO contact_stale (contact_id) VALUES (OLD.id);
END;

-- Ids are used again, so that nothing may stay behind under one.
CREATE TRIGGER contact_deleted AFTER DELETE ON contact
BEGIN
    INSERT INTO contact_search (contact_search, rowid, phone, name_key)
        SELECT 'delete', contact_id, phone, name_key FROM contact_fact WHERE contact_id = OLD.id;
    DELETE FROM contact_fact WHERE contact_id = OLD.id;
    DELETE FROM contact_value WHERE attribute_id IN (SELECT id FROM attribute) AND contact_id = OLD.id;
    DELETE FROM contact_tag WHERE tag_id IN (SELECT id FROM tag) AND contact_id = OLD.id;
    DELETE FROM contact_stale WHERE contact_id = OLD.id;
    UPDATE contact_index SET indexed_to = (SELECT coalesce(max(id), 0) FROM contact)
        WHERE indexed_to > (SELECT coalesce(max(id), 0) FROM contact);
END;

-- People who were erased: HMAC-SHA-256 of their number under a key of this workspace. Nobody writes to them.
CREATE TABLE erased (
    hash TEXT PRIMARY KEY,
    erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Whom a campaign goes to, for as long as that may change: a draft made from a segment follows it until it is
-- sent or scheduled.
CREATE TABLE campaign_audience (
    campaign_id INTEGER PRIMARY KEY REFERENCES campaign(id) ON DELETE CASCADE,
    rule TEXT NOT NULL, -- as in segment
    name TEXT NOT NULL -- of the segment, when it was chosen
) STRICT;

ALTER TABLE recipient ADD COLUMN is_from_rule INTEGER NOT NULL DEFAULT 0;

-- With the contact behind it: segments ask who received, read, answered.
DROP INDEX recipient_status;
CREATE INDEX recipient_status ON recipient(campaign_id, status, id, contact_id);
