-- Ids that a customer had before it was merged into another one.
CREATE TABLE customer_aliases (
    alias TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (alias),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
);
CREATE INDEX customer_aliases_customer ON customer_aliases (customer_id);

-- The erasures that this database has carried out: hash of the id, how many rows of which table went (JSON), and
-- whether they are off the disk (0, 1).
CREATE TABLE erasure_receipts (
    hash TEXT NOT NULL,
    erased_ms BIGINT NOT NULL,
    removed TEXT NOT NULL,
    purged BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (hash)
);

CREATE INDEX erasure_receipts_unpurged ON erasure_receipts (hash) WHERE purged = 0;
CREATE INDEX customers_email_lower ON customers (lower(email));
CREATE INDEX customers_phone ON customers (phone);
CREATE INDEX conversations_closed ON conversations (closed_ms);
CREATE INDEX outbox_conversation ON outbox (conversation_id);
CREATE INDEX feedback_conversation ON feedback (conversation_id);
