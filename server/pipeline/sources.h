// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"
#include "server/pipeline/address_list.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace parley::server::pipeline {

/// Whose words a tool's output holds.
enum class DataFrom {
    Knowledge, ///< the tenant's own documents
    Elsewhere  ///< somebody else's server
};

/// What a model's answer may stand on: the retrieved passages and what tools gave. Not the message, and not
/// what the model was told.
/// @thread one at a time
class Sources {
public:
    /// @param passages  outlive this; @param question  whose words an answer about data may repeat
    /// @param instructions  what the model was told: none of its wording may get out
    Sources(std::span<const knowledge::Hit> passages,
            std::string_view question,
            std::string_view instructions);

    /// What a tool gave.
    void addData(const nlohmann::json& output, DataFrom from);

    struct Support {
        /// Why it must not be said: "unsupported", "number", "name", "negation", "address", "instructions";
        /// empty: it may.
        std::string_view fault;
        /// The passage that says it; empty: a tool's output says it, or it states nothing.
        std::optional<std::size_t> passage;
        bool isClaim = true; ///< it states something
    };

    /// @param cited  passages that the sentence names itself; one of them is preferred
    [[nodiscard]] Support check(std::string_view sentence, std::span<const std::size_t> cited) const;

    /// Whether all its addresses are those of the passages and of the tools.
    [[nodiscard]] bool allowsAddresses(std::string_view text) const { return m_addresses.allows(text); }

    /// Whether it repeats the wording of what the model was told.
    [[nodiscard]] bool repeatsInstructions(std::string_view text) const;

private:
    [[nodiscard]] Support supportOfPassages(std::string_view sentence,
                                            std::span<const std::size_t> cited) const;
    [[nodiscard]] bool isInData(std::string_view sentence) const;
    void addDataText(std::string_view text, DataFrom from);

    std::span<const knowledge::Hit> m_passages;
    AddressList m_addresses;
    std::unordered_set<std::uint64_t> m_instructions; ///< runs of words of what the model was told
    std::set<std::string, std::less<>> m_asked;       ///< words of the question
    std::set<std::string, std::less<>> m_data;        ///< words of what tools gave
    bool m_hasData = false;
};

} // namespace parley::server::pipeline
