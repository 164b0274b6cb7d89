-- What every tenant follows where it has no settings of its own: a JSON object a section.
CREATE TABLE platform_settings (
    section TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (section)
);
