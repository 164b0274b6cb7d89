// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_model.h"

#include <string>
#include <vector>

namespace parley::test {

/// A language model that says what a test told it, or fails.
class ScriptedModel final : public server::llm::ChatModel {
public:
    Result<server::llm::ChatReply> reply = server::llm::ChatReply{};
    std::vector<server::llm::ChatMessage> asked;
    server::llm::ChatOptions options;
    int calls = 0;

    void says(const std::string& text) { reply = server::llm::ChatReply{text, "stop", {12, 3}}; }

    [[nodiscard]] std::string_view model() const override { return "scripted"; }

    boost::asio::awaitable<Result<server::llm::ChatReply>>
    chat(std::vector<server::llm::ChatMessage> messages,
         server::llm::ChatOptions wanted,
         server::runtime::Budget) override
    {
        ++calls;
        asked = std::move(messages);
        options = std::move(wanted);
        co_return reply;
    }
};

} // namespace parley::test
