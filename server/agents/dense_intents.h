// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/embedding/embedder.h"
#include "server/nlp/intent/intent_model.h"
#include "server/runtime/worker_pool.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>
#include <vector>

namespace parley::server::agents {

/// A classifier that reads a text's vector beside its words. Where a text has no vector, the one that learnt
/// from words alone is to be asked instead.
struct DenseIntents {
    std::shared_ptr<const nlp::IntentModel> model; ///< null: there is none
    std::string embedder;                          ///< identity of what makes the vectors it reads
};

/// Learns from examples and their vectors. Personal data is masked first, because a remote embedder is
/// somebody else's server. @param embedder  not null @param cpu  outlives the call @return no model where the
/// examples teach nothing
/// @errors those of the embedder; Unavailable the pool is full
boost::asio::awaitable<Result<DenseIntents>> trainDenseIntents(std::shared_ptr<nlp::Embedder> embedder,
                                                               std::vector<nlp::IntentExample> examples,
                                                               runtime::WorkerPool& cpu);

} // namespace parley::server::agents
