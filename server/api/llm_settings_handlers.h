// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/llm/llm_settings_store.h"
#include "server/llm/tenant_models.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/settings/llm`: a tenant's language models, or the platform's where an admin names no tenant. @thread I/O
class LlmSettingsHandlers {
public:
    LlmSettingsHandlers(llm::LlmSettingsStore& settings, llm::TenantModels& models)
        : m_settings(settings), m_models(models)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer get(edge::RequestContext& request);
    Answer patch(edge::RequestContext& request);
    Answer test(edge::RequestContext& request);
    Answer shown(const edge::RequestContext& request, nlohmann::json settings);

    llm::LlmSettingsStore& m_settings;
    llm::TenantModels& m_models;
};

} // namespace parley::server::api
