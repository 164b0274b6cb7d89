// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace parley::server::llm {

/// The shape of a stream's events, which as a rule differ in one text alone: the token. An event that begins
/// and ends with the very bytes of one that was read as JSON, with a JSON text between them, says the same
/// with another token, so that it need not be read as JSON again. @thread one
class DeltaTemplate {
public:
    /// Keeps the shape of an event. Finds nothing where the token's place in it is not certain.
    /// @param chunk  the event as it was read @param place  of the token in it, a text
    void
    learn(const std::string& event, const nlohmann::json& chunk, const nlohmann::json::json_pointer& place);

    /// The token of an event of the shape that was learnt, until the next call; none: read it as JSON.
    std::optional<std::string_view> tokenOf(std::string_view event);

private:
    bool tryPlace(std::string_view event,
                  std::size_t begin,
                  const nlohmann::json& chunk,
                  const nlohmann::json::json_pointer& place);

    std::string m_before; ///< up to the token's opening quotation mark; empty: no shape is known
    std::string m_behind; ///< from its closing one
    std::string m_decoded;
    int m_credit = 4; ///< shapes that may be learnt; grows where learning paid
};

} // namespace parley::server::llm
