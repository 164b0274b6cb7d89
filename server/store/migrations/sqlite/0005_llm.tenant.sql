-- Tokens of language models a month ("2026-11"): what was used, and what calls under way may use at most.
CREATE TABLE llm_months (
    month TEXT NOT NULL,
    used BIGINT NOT NULL,
    reserved BIGINT NOT NULL,
    PRIMARY KEY (month)
);

-- One a call under way; one that nobody settled in time counts as used in full.
CREATE TABLE llm_reservations (
    id TEXT NOT NULL,
    month TEXT NOT NULL,
    tokens BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX llm_reservations_expires ON llm_reservations (expires_ms);

-- What each model took. The cost is in millionths of the currency of its prices.
CREATE TABLE llm_usage (
    month TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    requests BIGINT NOT NULL,
    input_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    cost_micros BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (month, provider, model)
);
