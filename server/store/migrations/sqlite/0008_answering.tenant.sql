-- What people did with an answer, beside what was known of it before: the confidence is fitted to these.
-- `source` is 'resolution' or 'feedback': of each run one of a kind counts, the newest.
CREATE TABLE draft_outcomes (
    run_id TEXT NOT NULL,
    source TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    label DOUBLE PRECISION NOT NULL,
    weight DOUBLE PRECISION NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    features TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (run_id, source),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX draft_outcomes_conversation ON draft_outcomes (conversation_id);
CREATE INDEX draft_outcomes_created ON draft_outcomes (created_ms);

-- What made the confidence of a draft: JSON, or nothing.
ALTER TABLE tickets ADD COLUMN factors TEXT;
