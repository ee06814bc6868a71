-- The workspace that fetches with a key. With the same key a second one would take away what the first has not
-- fetched yet.
ALTER TABLE desktop ADD COLUMN workspace TEXT NOT NULL DEFAULT ''; -- empty: none has yet
-- A desktop gets what is there when its key is made, and all that comes later. What had gone by then it never sees.
ALTER TABLE desktop ADD COLUMN missed_until INTEGER NOT NULL DEFAULT 0; -- when the last of that had arrived
ALTER TABLE relay ADD COLUMN gone_until INTEGER NOT NULL DEFAULT 0; -- when the last body had arrived that is here no more

DROP TRIGGER body_gone;
CREATE TRIGGER body_gone AFTER DELETE ON body BEGIN
    UPDATE relay SET bodies = bodies - 1, bytes = bytes - OLD.size, gone_until = max(gone_until, OLD.received_at);
END;
