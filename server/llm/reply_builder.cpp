// SPDX-License-Identifier: MIT
#include "server/llm/reply_builder.h"

#include "server/security/random.h"

#include <algorithm>
#include <utility>

namespace parley::server::llm {

namespace {

tl::unexpected<Error> tooLong(const char* what)
{
    return fail(ErrorCode::Upstream, "The model's answer is too long.", what);
}

} // namespace

Result<void> ReplyBuilder::addText(std::string_view piece)
{
    if (m_reply.text.size() + piece.size() > kMaxTextBytes) {
        return tooLong("text");
    }
    m_reply.text += piece;
    return {};
}

Result<ToolCall*> ReplyBuilder::call(std::optional<std::int64_t> index, std::string_view id)
{
    const auto known = std::find_if(m_calls.rbegin(), m_calls.rend(), [&](const Numbered& each) {
        const bool isOther = !id.empty() && !each.call.id.empty() && each.call.id != id;
        return !isOther && (!index || each.index == *index || (!id.empty() && each.call.id == id));
    });
    if (known != m_calls.rend()) {
        return &known->call;
    }
    if (m_calls.size() == kMaxCalls) {
        return tooLong("tool calls");
    }
    Numbered fresh;
    fresh.index = index.value_or(static_cast<std::int64_t>(m_calls.size()));
    fresh.call.id = id;
    m_calls.push_back(std::move(fresh));
    return &m_calls.back().call;
}

Result<void> ReplyBuilder::addArguments(ToolCall& call, std::string_view fragment)
{
    if (call.arguments.size() + fragment.size() > kMaxArgumentBytes) {
        return tooLong("arguments of a tool call");
    }
    call.arguments += fragment;
    return {};
}

Result<ChatReply> ReplyBuilder::build()
{
    std::stable_sort(m_calls.begin(), m_calls.end(), [](const Numbered& a, const Numbered& b) {
        return a.index < b.index;
    });
    for (Numbered& each : m_calls) {
        if (each.call.name.empty()) {
            return fail(ErrorCode::Upstream,
                        "The model's server gave an answer that cannot be read.",
                        "a tool call without a name");
        }
        if (each.call.id.empty()) {
            each.call.id = "call_" + security::randomHex(12);
        }
        if (each.call.arguments.empty()) {
            each.call.arguments = "{}";
        }
        m_reply.toolCalls.push_back(std::move(each.call));
    }
    m_calls.clear();
    return std::move(m_reply);
}

} // namespace parley::server::llm
