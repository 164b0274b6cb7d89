-- Tools that agents may call. `config` is JSON with "********" in the place of its secrets, which `secrets`
-- holds encrypted.
CREATE TABLE tools (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    priority BIGINT NOT NULL,
    is_write BIGINT NOT NULL,
    is_personal BIGINT NOT NULL,
    input_schema TEXT NOT NULL,
    config TEXT NOT NULL,
    secrets TEXT,
    version BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX tools_name ON tools (name);

-- Calls that change something, each once: what a run that is taken up again has done already. They go with
-- their conversation.
CREATE TABLE tool_calls (
    effect_key TEXT NOT NULL,
    run_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    tool TEXT NOT NULL,
    status TEXT NOT NULL,
    output TEXT,
    problem TEXT,
    created_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    PRIMARY KEY (effect_key),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX tool_calls_conversation ON tool_calls (conversation_id);
