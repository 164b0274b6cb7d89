// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/memory.h"
#include "server/cache/semantic_cache.h"
#include "server/desk/erasure_listener.h"
#include "server/identity/revocation_list.h"
#include "server/live/hub.h"

namespace parley::server::daemon {

/// What an erasure does to this process: tokens of the customer are refused, its open streams and links end,
/// the questions and talks in memory are forgotten. Other nodes learn of it within a second by the platform's
/// list, and forget the tokens, the questions and the talks (RevocationList). @thread any
class ErasureEffects final : public desk::ErasureListener {
public:
    ErasureEffects(identity::RevocationList& revocations,
                   cache::SemanticCache& cache,
                   agents::Memory& memory,
                   live::Hub& hub)
        : m_revocations(revocations), m_cache(cache), m_memory(memory), m_hub(hub)
    {}

    void onErased(const desk::Erased& erased) override;

private:
    identity::RevocationList& m_revocations;
    cache::SemanticCache& m_cache;
    agents::Memory& m_memory;
    live::Hub& m_hub;
};

} // namespace parley::server::daemon
