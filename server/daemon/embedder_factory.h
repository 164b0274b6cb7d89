// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings.h"
#include "server/nlp/embedding/embedder.h"

#include <memory>

namespace parley::server::net {
class HttpClient;
}

namespace parley::server::runtime {
class WorkerPool;
}

namespace parley::server::daemon {

/// Makes the embedder that the settings name. Loads the model where it is a local one, which takes seconds.
/// @param http, workers  outlive the embedder
/// @return null where the settings name none
/// @errors InvalidArgument a setting is missing or the model is none; Unavailable this machine or build
/// cannot run it. The message names what to do.
Result<std::shared_ptr<nlp::Embedder>>
makeEmbedder(const Settings::Embedder& settings, net::HttpClient& http, runtime::WorkerPool& workers);

} // namespace parley::server::daemon
