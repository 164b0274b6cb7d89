// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace parley::server::llm {

/// The vectors of an answer of OpenAI's /embeddings by their index.
/// @errors Upstream it is not JSON, or not exactly one vector of finite numbers a text, all of one length
Result<std::vector<std::vector<float>>> readEmbeddings(const std::string& body, std::size_t texts);

} // namespace parley::server::llm
