// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_model.h"
#include "shared/core/ids.h"

#include <cstdint>
#include <memory>
#include <string>

namespace parley::server::llm {

/// Which language model answers for a tenant. What it gives stands for the tenant's whole chain of providers:
/// it falls back, counts tokens and stops at the budget by itself. @thread any I/O thread
class ChatModels {
public:
    virtual ~ChatModels() = default;

    /// @param configVersion  of the tenant, as its own transaction showed it
    /// @param model  an agent's own wish; empty: the tenant's first
    /// @return null where the tenant has none: the built-in answerer writes
    /// @errors Storage the settings could not be read; Timeout
    virtual boost::asio::awaitable<Result<std::shared_ptr<ChatModel>>>
    of(TenantId tenant, std::int64_t configVersion, std::string model, runtime::Budget budget) = 0;
};

} // namespace parley::server::llm
