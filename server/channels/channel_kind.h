// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/channel_repository.h"
#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::channels {

/// A text that a channel sends by itself, which the tenant may word.
struct TemplateFacts {
    std::string name;
    std::string title;
    /// What may stand in it as `{name}`.
    std::vector<std::string> variables;
    /// What is sent where the tenant has set nothing and the customer's language is not known.
    std::string text;
};

/// What a kind of channel is, and what of it a tenant may set up.
struct KindFacts {
    std::string name;
    std::string title;
    std::string description;
    /// What one is called until somebody calls it otherwise.
    std::string defaultName;
    /// Whether tenants make and remove them; otherwise every tenant has exactly one.
    bool isMadeByTenants = false;
    /// Of them in a tenant.
    int most = 1;
    /// JSON Schema of `config`, in the words that value_check.h knows.
    nlohmann::json configSchema;
    std::vector<TemplateFacts> templates;
};

/// A kind of channel: one class, one line in allChannelKinds(). Immutable, any thread.
class ChannelKind {
public:
    explicit ChannelKind(KindFacts facts) : m_facts(std::move(facts)) {}
    virtual ~ChannelKind() = default;
    ChannelKind(const ChannelKind&) = delete;
    ChannelKind& operator=(const ChannelKind&) = delete;

    [[nodiscard]] const KindFacts& facts() const { return m_facts; }

    /// Faults that the schema cannot say. @param config  whole, with what holds by default
    virtual void check(const nlohmann::json& /*config*/, std::vector<FieldError>& /*faults*/) const {}

    /// What customers sent since then by this channel. @errors Storage @thread database worker
    virtual Result<store::ChannelTraffic>
    traffic(store::ReadTransaction& tx, const store::ChannelRow& row, std::int64_t sinceMs) const
    {
        return store::ChannelRepository().conversationTraffic(tx, row.kind, sinceMs);
    }

    /// JSON Schema of `templates`.
    [[nodiscard]] nlohmann::json templateSchema() const;
    /// The same as `config` and `templates` of every channel have it: what is set over what holds by default.
    [[nodiscard]] nlohmann::json configOf(const store::ChannelRow& row) const;
    [[nodiscard]] nlohmann::json templatesOf(const store::ChannelRow& row) const;

private:
    const KindFacts m_facts;
};

/// In the order in which they are shown, and in which a tenant gets its own.
const std::vector<const ChannelKind*>& allChannelKinds();
/// Null: there is none of this name.
const ChannelKind* findChannelKind(std::string_view name);

} // namespace parley::server::channels
