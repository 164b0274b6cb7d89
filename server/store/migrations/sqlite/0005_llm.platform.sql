-- What holds for every tenant that has set nothing of its own, a JSON object a section ("llm").
CREATE TABLE platform_settings (
    section TEXT NOT NULL,
    value TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (section)
);
