-- Which customers were erased, and when: never who they were. A restored backup is held against it before it is served.
-- `hash` is hex SHA-256 of the customer's id with the tenant's.
CREATE TABLE erasure_ledger (
    tenant TEXT NOT NULL,
    hash TEXT NOT NULL,
    erased_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant, hash)
);
CREATE INDEX erasure_ledger_time ON erasure_ledger (erased_ms);
