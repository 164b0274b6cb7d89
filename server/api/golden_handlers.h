// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/pipeline/golden/golden_questions.h"
#include "server/pipeline/golden/golden_runs.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/golden-questions`: questions whose answers a tenant knows. @thread I/O
class GoldenQuestionHandlers {
public:
    explicit GoldenQuestionHandlers(pipeline::GoldenQuestions& questions) : m_questions(questions) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer create(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);

    pipeline::GoldenQuestions& m_questions;
};

/// `/golden-questions/run` and `/golden-questions/runs`: what they are answered now. @thread I/O
class GoldenRunHandlers {
public:
    explicit GoldenRunHandlers(pipeline::GoldenRuns& runs) : m_runs(runs) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer start(edge::RequestContext& request);
    Answer list(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer shown(TenantId tenant, store::GoldenRunRow run, int status);

    pipeline::GoldenRuns& m_runs;
};

} // namespace parley::server::api
