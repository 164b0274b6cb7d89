-- What a tenant changed of the rules that send a case to a person; the shipped ones need no row.
CREATE TABLE escalation_rules (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    conditions TEXT NOT NULL,
    level TEXT NOT NULL,
    team_id TEXT,
    priority TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);

-- Sentences that people put right: the classifier learns from them beside the agents' own examples.
-- The id is that of the ticket they came with.
CREATE TABLE intent_examples (
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,
    conversation_id TEXT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX intent_examples_conversation ON intent_examples (conversation_id);

-- What the agents asked the customer and are waiting for: JSON, or nothing.
ALTER TABLE conversations ADD COLUMN awaiting TEXT;
