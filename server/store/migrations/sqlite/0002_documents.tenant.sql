-- What the reading of a document leaves behind and where it stands: pages, sketch for near-duplicates, state to go on
-- from after a crash. New passages wait in chunk_staging until they take the place of the old ones.
ALTER TABLE documents ADD COLUMN pages BIGINT;
ALTER TABLE documents ADD COLUMN page BIGINT NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN duplicate_of TEXT;
ALTER TABLE documents ADD COLUMN similar_to TEXT;
ALTER TABLE documents ADD COLUMN warnings TEXT;
ALTER TABLE documents ADD COLUMN language TEXT;
ALTER TABLE documents ADD COLUMN sketch TEXT;
ALTER TABLE documents ADD COLUMN reading TEXT;

CREATE TABLE chunk_staging (
    document_id TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    id TEXT NOT NULL,
    headings TEXT NOT NULL,
    text TEXT NOT NULL,
    page BIGINT,
    PRIMARY KEY (document_id, ordinal),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE TABLE document_bands (
    document_id TEXT NOT NULL,
    band BIGINT NOT NULL,
    hash BIGINT NOT NULL,
    PRIMARY KEY (document_id, band),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE INDEX document_bands_hash ON document_bands (hash);
