// SPDX-License-Identifier: MIT
#include "server/llm/chat_model.h"

namespace parley::server::llm {

boost::asio::awaitable<Result<ChatReply>> ChatModel::stream(std::vector<ChatMessage> messages,
                                                            ChatOptions options,
                                                            ChatListener listener,
                                                            runtime::Budget budget)
{
    auto reply = co_await chat(std::move(messages), std::move(options), budget);
    if (reply && !reply->text.empty() && listener.onText) {
        listener.onText(reply->text);
    }
    co_return reply;
}

} // namespace parley::server::llm
