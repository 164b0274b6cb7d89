// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/semantic_cache.h"
#include "server/desk/erasure_listener.h"
#include "server/identity/revocation_list.h"
#include "server/live/hub.h"

namespace parley::server::daemon {

/// What an erasure does to this process: tokens of the customer are refused, its open streams and links end,
/// the questions in memory are forgotten. Other nodes learn of it within a second by the platform's
/// list, and forget the tokens and the questions (RevocationList). @thread any
class ErasureEffects final : public desk::ErasureListener {
public:
    ErasureEffects(identity::RevocationList& revocations, cache::SemanticCache& cache, live::Hub& hub)
        : m_revocations(revocations), m_cache(cache), m_hub(hub)
    {}

    void onErased(const desk::Erased& erased) override;

private:
    identity::RevocationList& m_revocations;
    cache::SemanticCache& m_cache;
    live::Hub& m_hub;
};

} // namespace parley::server::daemon
