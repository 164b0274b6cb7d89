// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/knowledge_gaps.h"
#include "server/desk/feedback.h"
#include "server/desk/resolution_undo.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// What people teach: undoing a resolution, feedback and its corrections, gaps in the knowledge base.
/// @thread I/O
class LearningHandlers {
public:
    LearningHandlers(desk::Services& services, agents::KnowledgeGaps& gaps)
        : m_services(services), m_undo(services), m_feedback(services), m_gaps(gaps)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer undo(edge::RequestContext& request);
    Answer feedback(edge::RequestContext& request);
    Answer correct(edge::RequestContext& request);
    Answer gaps(edge::RequestContext& request);
    Answer closeGap(edge::RequestContext& request);

    desk::Services& m_services;
    desk::ResolutionUndo m_undo;
    desk::Feedback m_feedback;
    agents::KnowledgeGaps& m_gaps;
};

} // namespace parley::server::api
