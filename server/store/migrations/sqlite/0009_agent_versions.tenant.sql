-- What an agent was after each change, who made it and when; gone with the agent.
CREATE TABLE agent_versions (
    agent_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    snapshot TEXT NOT NULL,
    change TEXT NOT NULL,
    restored BIGINT,
    actor_role TEXT NOT NULL,
    actor_id TEXT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (agent_id, version),
    FOREIGN KEY (agent_id) REFERENCES agents (id) ON DELETE CASCADE
);
