// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/embedders.h"

namespace parley::server::knowledge {

void Embedders::use(Embedder embedder)
{
    const std::lock_guard lock(m_mutex);
    m_previous = std::move(m_current);
    m_current = std::move(embedder);
}

Embedders::Embedder Embedders::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_current;
}

Embedders::Embedder Embedders::of(const std::string& identity) const
{
    const std::lock_guard lock(m_mutex);
    if (identity.empty()) {
        return nullptr;
    }
    for (const Embedder& embedder : {m_current, m_previous}) {
        if (embedder && embedder->identity() == identity) {
            return embedder;
        }
    }
    return nullptr;
}

} // namespace parley::server::knowledge
