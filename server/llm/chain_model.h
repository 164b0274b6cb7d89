// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/provider_set.h"
#include "server/llm/token_ledger.h"

#include <memory>
#include <string>
#include <vector>

namespace parley::server::llm {

/// What a chain works with; all outlive it.
struct ChainServices {
    TokenLedger& ledger;
    const Clock& clock;
    const ModelMetrics& metrics;
};

/// All of a tenant's providers as one model: asks the first, falls back to the next, leaves alone what fails
/// again and again, counts tokens and stops at the budget. @thread any
class ChainModel final : public ChatModel {
public:
    /// @param links  of the set, first to last
    ChainModel(ChainServices services,
               TenantId tenant,
               std::shared_ptr<const ProviderSet> set,
               std::vector<const ProviderLink*> links);

    /// "provider/model" of the first.
    [[nodiscard]] std::string_view model() const override { return m_name; }

    boost::asio::awaitable<Result<ChatReply>>
    chat(std::vector<ChatMessage> messages, ChatOptions options, runtime::Budget budget) override;

    boost::asio::awaitable<Result<ChatReply>> stream(std::vector<ChatMessage> messages,
                                                     ChatOptions options,
                                                     ChatListener listener,
                                                     runtime::Budget budget) override;

    /// Asks one link for one token, whatever its breaker says.
    /// @errors those of chat()
    boost::asio::awaitable<Result<ChatReply>> probe(const ProviderLink& link, runtime::Budget budget);

private:
    class Call;
    using Attempt = ProviderClient::Attempt;

    boost::asio::awaitable<Result<ChatReply>> ask(const std::vector<ChatMessage>& messages,
                                                  ChatOptions options,
                                                  const ChatListener* listener,
                                                  runtime::Budget budget);
    boost::asio::awaitable<Attempt> askOne(const ProviderLink& link, Call& call, runtime::Budget budget);
    [[nodiscard]] bool hasAnother(std::size_t after) const;

    ChainServices m_services;
    TenantId m_tenant;
    std::shared_ptr<const ProviderSet> m_set; // shared with the cache of sets
    std::vector<const ProviderLink*> m_links;
    std::string m_name;
};

} // namespace parley::server::llm
