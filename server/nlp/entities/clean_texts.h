// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/pii.h"

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace parley::server::nlp {

/// Masks texts that come again and again, such as the last turns of a conversation: which of them hold no
/// personal detail is remembered, by their digests alone. @thread any
class CleanTexts {
public:
    /// @param most  texts that are remembered at least; up to twice as many, 32 bytes each and its place
    explicit CleanTexts(std::size_t most = 16'384) : m_most(most) {}

    /// As maskPii().
    Masked mask(std::string_view text, const std::vector<MaskedDetail>& known);

    [[nodiscard]] std::size_t size() const;

private:
    bool isKnown(const std::string& digest);
    void remember(std::string digest);

    std::size_t m_most;
    mutable std::mutex m_mutex;              // guards the two below
    std::unordered_set<std::string> m_newer; // once full it takes the older one's place
    std::unordered_set<std::string> m_older;
};

} // namespace parley::server::nlp
