-- Ids that a customer had before it was merged into another one.
CREATE TABLE customer_aliases (
    alias TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (alias),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
);
CREATE INDEX customer_aliases_customer ON customer_aliases (customer_id);

-- The erasures that this database has carried out: hash of the id, and how many rows of which table went (JSON).
CREATE TABLE erasure_receipts (
    hash TEXT NOT NULL,
    erased_ms BIGINT NOT NULL,
    removed TEXT NOT NULL,
    PRIMARY KEY (hash)
);

CREATE INDEX customers_email_lower ON customers (lower(email));
CREATE INDEX customers_phone ON customers (phone);
CREATE INDEX conversations_closed ON conversations (closed_ms);
