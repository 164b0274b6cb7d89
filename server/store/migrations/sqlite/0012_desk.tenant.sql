-- What happens in the queue, numbered in the tenant without gaps, for those who watch it; the teams that cases belong
-- to; texts that supporters send often.
ALTER TABLE tenant_state ADD COLUMN queue_seq BIGINT NOT NULL DEFAULT 0;

CREATE TABLE queue_events (
    seq BIGINT NOT NULL,
    type TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    ref TEXT,
    payload TEXT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (seq),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX queue_events_conversation ON queue_events (conversation_id);
CREATE INDEX queue_events_time ON queue_events (created_ms);

CREATE TABLE teams (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    categories TEXT NOT NULL,
    members TEXT NOT NULL,
    hours TEXT,
    capacity BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX teams_name ON teams (name);

CREATE TABLE canned_responses (
    id TEXT NOT NULL,
    shortcut TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX canned_responses_shortcut ON canned_responses (shortcut);
