-- Questions whose answers a tenant knows, to see by what a change does to the answers.
CREATE TABLE golden_questions (
    id TEXT NOT NULL,
    question TEXT NOT NULL,
    expectation TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);

-- One asking of all of them. `active` is 1 while it goes on and NULL afterwards, so that there is one at a time.
CREATE TABLE golden_runs (
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    active BIGINT,
    started_by TEXT NOT NULL,
    actor_id TEXT,
    previous_id TEXT,
    config_version BIGINT NOT NULL,
    index_version BIGINT NOT NULL,
    questions_mark TEXT NOT NULL,
    agents TEXT NOT NULL,
    changes TEXT NOT NULL,
    total BIGINT NOT NULL,
    done BIGINT NOT NULL,
    passed BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    errors BIGINT NOT NULL,
    newly_failing BIGINT NOT NULL,
    newly_passing BIGINT NOT NULL,
    text_changed BIGINT NOT NULL,
    error TEXT,
    created_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX golden_runs_active ON golden_runs (active);

-- What each question was answered in a run; made with the run as `pending`, so that the run keeps to the questions it
-- began with.
CREATE TABLE golden_results (
    run_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    expectation TEXT NOT NULL,
    outcome TEXT NOT NULL,
    change TEXT,
    result TEXT,
    previous TEXT,
    PRIMARY KEY (run_id, position),
    FOREIGN KEY (run_id) REFERENCES golden_runs (id) ON DELETE CASCADE
);
