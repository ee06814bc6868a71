-- What the relay knows about itself: one row.
CREATE TABLE relay (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL, -- random: desktops tell by it whether their place is one in this queue
    newest INTEGER NOT NULL DEFAULT 0, -- the number of the last body ever taken
    bodies INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    receiving_since INTEGER NOT NULL DEFAULT 0, -- without a gap that Meta did not bridge
    receiving_until INTEGER NOT NULL DEFAULT 0,
    handshake_at INTEGER,
    arrived_at INTEGER
) STRICT;

INSERT INTO relay(id, name) VALUES (1, lower(hex(randomblob(8))));

-- Bodies as Meta posted them, until every desktop has acknowledged them. Numbers are microseconds of their
-- arrival, each greater than all before: they go on rising when an older copy of this file is put back.
CREATE TABLE body (
    number INTEGER PRIMARY KEY,
    received_at INTEGER NOT NULL,
    signature TEXT NOT NULL, -- X-Hub-Signature-256
    body BLOB NOT NULL,
    size INTEGER NOT NULL
) STRICT;

CREATE INDEX body_size ON body(number, size); -- to count without reading the bodies

CREATE TRIGGER body_taken AFTER INSERT ON body BEGIN
    UPDATE relay SET bodies = bodies + 1, bytes = bytes + NEW.size, newest = max(newest, NEW.number);
END;

CREATE TRIGGER body_gone AFTER DELETE ON body BEGIN
    UPDATE relay SET bodies = bodies - 1, bytes = bytes - OLD.size;
END;

-- Those who fetch.
CREATE TABLE desktop (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    key_hash BLOB NOT NULL UNIQUE, -- SHA-256; the key itself is kept nowhere
    made_at INTEGER NOT NULL,
    seen_at INTEGER,
    place INTEGER NOT NULL DEFAULT 0, -- the last body it has acknowledged
    dropped INTEGER NOT NULL DEFAULT 0, -- bodies that went before it fetched them
    dropped_until INTEGER -- when the last of them had arrived
) STRICT;
