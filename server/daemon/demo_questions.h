// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/documents.h"
#include "server/pipeline/golden/golden_questions.h"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace parley::server::daemon {

/// Adds the golden questions of the demo company, those that are there already stay as they are.
/// @param json  its golden_questions.json: an array of objects as POST /golden-questions takes them, but with
/// `article`, a file of its knowledge base, for `document_id`
/// @errors Unavailable it is not that; Storage
boost::asio::awaitable<Result<void>> addDemoQuestions(pipeline::GoldenQuestions& questions,
                                                      knowledge::Documents& documents,
                                                      TenantId tenant,
                                                      std::string json);

} // namespace parley::server::daemon
