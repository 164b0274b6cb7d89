-- What the reading of a document leaves behind and where it stands: pages, sketch for near-duplicates, state to go on
-- from after a crash. New passages wait in chunk_staging until they take the place of the old ones.
ALTER TABLE documents ADD COLUMN pages BIGINT;
ALTER TABLE documents ADD COLUMN page BIGINT NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN duplicate_of TEXT COLLATE "C";
ALTER TABLE documents ADD COLUMN similar_to TEXT COLLATE "C";
ALTER TABLE documents ADD COLUMN warnings TEXT COLLATE "C";
ALTER TABLE documents ADD COLUMN language TEXT COLLATE "C";
ALTER TABLE documents ADD COLUMN sketch TEXT COLLATE "C";
ALTER TABLE documents ADD COLUMN reading TEXT COLLATE "C";

CREATE TABLE chunk_staging (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    document_id TEXT COLLATE "C" NOT NULL,
    ordinal BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    headings TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    page BIGINT,
    PRIMARY KEY (tenant_id, document_id, ordinal),
    FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE document_bands (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    document_id TEXT COLLATE "C" NOT NULL,
    band BIGINT NOT NULL,
    hash BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, document_id, band),
    FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX document_bands_hash ON document_bands (tenant_id, hash);

ALTER TABLE chunk_staging ENABLE ROW LEVEL SECURITY;
ALTER TABLE chunk_staging FORCE ROW LEVEL SECURITY;
CREATE POLICY chunk_staging_tenant ON chunk_staging
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE document_bands ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_bands FORCE ROW LEVEL SECURITY;
CREATE POLICY document_bands_tenant ON document_bands
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
