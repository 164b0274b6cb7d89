// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/tenant_vectors.h"

#include "server/store/vector_mirror.h"

#include <algorithm>

namespace parley::server::knowledge {

namespace {

/// Vectors that the copies in the database may always be behind by.
constexpr std::int64_t kMostLag = 1000;

} // namespace

Result<TenantVectors::Changes::Document>
TenantVectors::readDocument(store::ReadTransaction& tx, const DocumentId& id, const Wanted& wanted) const
{
    Changes::Document document;
    document.id = id;
    auto row = m_documents.find(tx, id);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row) {
        return document;
    }
    auto vectors = m_vectors.ofDocument(tx, id, wanted.identity);
    if (!vectors) {
        return fail(std::move(vectors).error());
    }
    document.isInternal = (*row)->visibility == "internal";
    document.isComplete = static_cast<std::int64_t>(vectors->size()) >= (*row)->chunks;
    document.vectors = *std::move(vectors);
    return document;
}

Result<bool>
TenantVectors::isMirrored(store::ReadTransaction& tx, const Wanted& wanted, Changes& changes) const
{
    if (!wanted.mayUseDatabase) {
        return false;
    }
    const auto counts = m_vectors.counts(tx, wanted.identity);
    if (!counts) {
        return fail(counts.error());
    }
    changes.chunks = counts->embedded;
    if (counts->total < wanted.pgvectorChunks) {
        return false;
    }
    const auto mirrored = store::VectorMirror(wanted.dimensions).count(tx, wanted.identity);
    if (!mirrored) {
        return fail(mirrored.error());
    }
    // What an upload has just added is found by its words until it is copied, too; reading all vectors into
    // memory for it would cost more than it gives.
    const std::int64_t lag = counts->embedded - *mirrored;
    return *mirrored > 0 && lag <= std::max(kMostLag, counts->embedded / 10);
}

Result<TenantVectors::Changes> TenantVectors::read(store::ReadTransaction& tx,
                                                   const Wanted& wanted,
                                                   const std::map<std::string, std::int64_t>& documents,
                                                   const std::map<std::string, std::int64_t>& known) const
{
    Changes changes;
    auto state = m_vectors.state(tx);
    if (!state) {
        return fail(std::move(state).error());
    }
    changes.active = state->active;
    if (wanted.identity.empty() || wanted.identity != changes.active) {
        return changes;
    }
    auto mirrored = isMirrored(tx, wanted, changes);
    if (!mirrored) {
        return fail(std::move(mirrored).error());
    }
    changes.identity = wanted.identity;
    changes.dimensions = wanted.dimensions;
    changes.inDatabase = *mirrored;
    if (changes.inDatabase) {
        return changes;
    }
    const bool isAnother = !m_index || m_place.identity != wanted.identity;
    for (const auto& [id, held] : m_held) {
        if (!documents.contains(id)) {
            changes.removed.push_back(id);
        }
    }
    for (const auto& [id, version] : documents) {
        const auto before = known.find(id);
        const auto held = m_held.find(id);
        const bool isSame = before != known.end() && before->second == version && held != m_held.end();
        if (!isAnother && isSame && held->second.isComplete) {
            continue;
        }
        auto document = readDocument(tx, DocumentId{id}, wanted);
        if (!document) {
            return fail(std::move(document).error());
        }
        changes.documents.push_back(*std::move(document));
    }
    return changes;
}

void TenantVectors::drop(const std::string& document)
{
    const auto held = m_held.find(document);
    if (held == m_held.end()) {
        return;
    }
    for (const ChunkId& chunk : held->second.chunks) {
        m_index->remove(chunk);
    }
    m_held.erase(held);
}

void TenantVectors::apply(Changes changes)
{
    m_active = changes.active;
    if (changes.identity.empty() || changes.inDatabase) {
        m_index.reset();
        m_held.clear();
        m_place = {changes.identity, nullptr, changes.chunks};
        return;
    }
    if (!m_index || m_place.identity != changes.identity) {
        m_held.clear();
        m_index = std::make_shared<VectorIndex>(static_cast<std::size_t>(changes.dimensions));
    }
    for (const std::string& id : changes.removed) {
        drop(id);
    }
    for (const Changes::Document& document : changes.documents) {
        drop(document.id.value);
        Held held;
        held.isComplete = document.isComplete;
        for (const store::ChunkVector& vector : document.vectors) {
            // A vector of another length is damage: its passage is found by its words.
            if (m_index->put(vector.chunk, vector.vector, document.isInternal)) {
                held.chunks.push_back(vector.chunk);
            }
        }
        m_held.emplace(document.id.value, std::move(held));
    }
    m_place = {changes.identity, m_index, static_cast<std::int64_t>(m_index->size())};
}

} // namespace parley::server::knowledge
