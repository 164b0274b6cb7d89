// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/knowledge/documents.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>

namespace parley::server::api {

/// `/knowledge/*`: documents in, passages out. @thread I/O
class KnowledgeHandlers {
public:
    /// @param files  looks through uploads
    KnowledgeHandlers(knowledge::Documents& documents,
                      runtime::WorkerPool& files,
                      std::uint64_t maxDocumentBytes)
        : m_documents(documents), m_files(files), m_maxDocumentBytes(maxDocumentBytes)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer add(edge::RequestContext& request);
    Answer list(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer change(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);
    Answer cancel(edge::RequestContext& request);
    Answer retry(edge::RequestContext& request);
    Answer chunks(edge::RequestContext& request);
    Answer search(edge::RequestContext& request);

    knowledge::Documents& m_documents;
    runtime::WorkerPool& m_files;
    std::uint64_t m_maxDocumentBytes;
};

} // namespace parley::server::api
