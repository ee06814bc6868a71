-- What Meta counts itself, by the day: totals that belong to no person and to no campaign. By the id of the business
-- account, whose numbers share its templates.
CREATE TABLE insights_account (
    waba_id TEXT PRIMARY KEY,
    is_enabled INTEGER NOT NULL DEFAULT 0,
    currency TEXT NOT NULL DEFAULT '',
    state_asked_at INTEGER,
    figures_asked_at INTEGER,
    not_before INTEGER -- Meta wants to be left alone until then, or could not be reached
) STRICT, WITHOUT ROWID;

CREATE TABLE template_day (
    waba_id TEXT NOT NULL,
    template_id TEXT NOT NULL, -- Meta's
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    sent INTEGER, -- NULL, as all of these: Meta did not tell
    delivered INTEGER,
    read INTEGER,
    clicked INTEGER,
    cost REAL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (waba_id, template_id, start_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE price_day (
    waba_id TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    category TEXT NOT NULL,
    type TEXT NOT NULL,
    volume INTEGER NOT NULL,
    cost REAL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (waba_id, start_at, category, type)
) STRICT, WITHOUT ROWID;
