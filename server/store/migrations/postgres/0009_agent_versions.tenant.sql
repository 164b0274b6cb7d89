-- What an agent was after each change, who made it and when; gone with the agent.
CREATE TABLE agent_versions (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    agent_id TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    snapshot TEXT COLLATE "C" NOT NULL,
    change TEXT COLLATE "C" NOT NULL,
    restored BIGINT,
    actor_role TEXT COLLATE "C" NOT NULL,
    actor_id TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, agent_id, version),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES agents (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE agent_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY agent_versions_tenant ON agent_versions
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
