-- What an earlier conversation came to, in a few sentences without personal details; gone with it. `seq` is the
-- number of the last event that was read for it.
CREATE TABLE conversation_summaries (
    conversation_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    question TEXT NOT NULL,
    outcome TEXT NOT NULL,
    resolution TEXT NOT NULL,
    reference TEXT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (conversation_id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);

-- Who sent the message of a run proved to be the customer: a process that takes the run over knows it too.
ALTER TABLE runs ADD COLUMN verified BIGINT NOT NULL DEFAULT 0;
