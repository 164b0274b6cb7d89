// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_model.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::llm {

/// A reply as far as it has come. Bounds what a provider that never ends may make of it. @thread one
class ReplyBuilder {
public:
    static constexpr std::size_t kMaxTextBytes = 1U << 20U;
    static constexpr std::size_t kMaxCalls = 64;
    static constexpr std::size_t kMaxArgumentBytes = 256U << 10U;

    /// @errors Upstream too long
    Result<void> addText(std::string_view piece);

    /// The call that a fragment belongs to, made where it is new.
    /// @param index  the provider's number of it; servers that give all the same one tell them apart by id
    /// @param id     empty: not told
    /// @errors Upstream too many calls
    Result<ToolCall*> call(std::optional<std::int64_t> index, std::string_view id);
    /// @errors Upstream too long
    static Result<void> addArguments(ToolCall& call, std::string_view fragment);

    [[nodiscard]] const std::string& text() const { return m_reply.text; }
    [[nodiscard]] bool hasCalls() const { return !m_calls.empty(); }
    void finishReason(std::string reason) { m_reply.finishReason = std::move(reason); }
    TokenUsage& usage() { return m_reply.usage; }

    /// The whole. Calls without an id get one; calls without arguments get "{}".
    /// @errors Upstream a call without a name
    Result<ChatReply> build();

private:
    struct Numbered {
        std::int64_t index = 0;
        ToolCall call;
    };

    ChatReply m_reply;
    std::vector<Numbered> m_calls;
};

} // namespace parley::server::llm
