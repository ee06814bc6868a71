-- Numbers of contacts that were merged into another one, which is the same person. They are on the suppression list,
-- because the person is written to at the other number; what they still say and ask for counts for that contact.
CREATE TABLE merged_number (
    phone TEXT PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    merged_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX merged_number_contact ON merged_number(contact_id);

-- Ids are used again, so that nothing may stay behind under one.
CREATE TRIGGER merged_contact_deleted AFTER DELETE ON contact
BEGIN
    DELETE FROM merged_number WHERE contact_id = OLD.id;
END;
