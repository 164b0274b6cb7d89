-- Dense vectors of passages, one a passage and embedder, float32 little-endian; gone with their passage.
CREATE TABLE chunk_vectors (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    chunk_id TEXT COLLATE "C" NOT NULL,
    embedder TEXT COLLATE "C" NOT NULL,
    vector BYTEA NOT NULL,
    PRIMARY KEY (tenant_id, chunk_id, embedder),
    FOREIGN KEY (tenant_id, chunk_id) REFERENCES chunks (tenant_id, id) ON DELETE CASCADE
);

-- Which embedder's vectors are searched, and which one's are being made.
CREATE TABLE embedding_state (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    active TEXT COLLATE "C",
    target TEXT COLLATE "C",
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    error TEXT COLLATE "C",
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

ALTER TABLE chunk_vectors ENABLE ROW LEVEL SECURITY;
ALTER TABLE chunk_vectors FORCE ROW LEVEL SECURITY;
CREATE POLICY chunk_vectors_tenant ON chunk_vectors
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE embedding_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE embedding_state FORCE ROW LEVEL SECURITY;
CREATE POLICY embedding_state_tenant ON embedding_state
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
