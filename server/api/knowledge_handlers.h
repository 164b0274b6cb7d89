// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/knowledge/documents.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/knowledge/*`: documents in, passages out. @thread I/O
class KnowledgeHandlers {
public:
    KnowledgeHandlers(knowledge::Documents& documents, std::size_t maxDocumentBytes)
        : m_documents(documents), m_maxDocumentBytes(maxDocumentBytes)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer add(edge::RequestContext& request);
    Answer list(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);
    Answer cancel(edge::RequestContext& request);
    Answer retry(edge::RequestContext& request);
    Answer chunks(edge::RequestContext& request);
    Answer search(edge::RequestContext& request);

    knowledge::Documents& m_documents;
    std::size_t m_maxDocumentBytes;
};

} // namespace parley::server::api
