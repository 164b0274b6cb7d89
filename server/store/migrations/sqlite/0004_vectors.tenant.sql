-- Dense vectors of passages, one a passage and embedder, float32 little-endian; gone with their passage.
CREATE TABLE chunk_vectors (
    chunk_id TEXT NOT NULL,
    embedder TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (chunk_id, embedder),
    FOREIGN KEY (chunk_id) REFERENCES chunks (id) ON DELETE CASCADE
);

-- Which embedder's vectors are searched, and which one's are being made.
CREATE TABLE embedding_state (
    id TEXT NOT NULL,
    active TEXT,
    target TEXT,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    error TEXT,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
