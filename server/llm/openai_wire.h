// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_model.h"

#include <cstddef>
#include <string>
#include <vector>

namespace parley::server::llm {

/// The body of POST /chat/completions.
nlohmann::json
chatBody(std::string_view model, const std::vector<ChatMessage>& messages, const ChatOptions& options);

/// Leaves out, or says in older words, what a server refused.
/// @param parameter  as the server's error names it
/// @return false when nothing in the body can be done without
bool adaptChatBody(nlohmann::json& body, std::string_view parameter);

/// @errors Upstream it is not JSON, holds no text, or the model refused to answer
Result<ChatReply> readChatReply(const std::string& body);

/// The vectors of an answer of /embeddings by their index.
/// @errors Upstream it is not JSON, or not exactly one vector of finite numbers a text, all of one length
Result<std::vector<std::vector<float>>> readEmbeddings(const std::string& body, std::size_t texts);

/// As JSON, with bytes that are no UTF-8 replaced.
std::string dumped(const nlohmann::json& body);

} // namespace parley::server::llm
