// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/vectors/vector_index.h"
#include "server/store/document_repository.h"
#include "server/store/vector_repository.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// What a tenant's searches compare a question's vector with.
struct DensePlace {
    std::string identity; ///< of the embedder; empty: nothing to compare with
    // Shared: a search under way keeps the index that it found.
    std::shared_ptr<const VectorIndex> memory; ///< null where the database searches
    std::int64_t chunks = 0;                   ///< passages that have a vector
};

/// The vectors of one tenant in memory, and what of the store they hold. Read inside the store's transaction,
/// applied on a worker: in between nothing changes, because one refresh runs at a time.
class TenantVectors {
public:
    /// What a refresh found.
    struct Changes {
        struct Document {
            DocumentId id;
            bool isInternal = false;
            bool isComplete = false; ///< every passage has its vector
            std::vector<store::ChunkVector> vectors;
        };
        std::string active;   ///< of the tenant's state, whether or not it can be asked
        std::string identity; ///< whose vectors these are; empty: none
        int dimensions = 0;
        bool inDatabase = false; ///< and not here
        std::int64_t chunks = 0;
        std::vector<std::string> removed;
        std::vector<Document> documents;
    };
    /// Whether, and how, the vectors of an embedder are searched.
    struct Wanted {
        std::string identity; ///< of an embedder that can be asked
        int dimensions = 0;
        bool mayUseDatabase = false;
        std::int64_t pgvectorChunks = 0;
    };

    /// @param documents  all that are indexed: id -> version
    /// @param known  ... what the index held of them before
    /// @errors Storage
    Result<Changes> read(store::ReadTransaction& tx,
                         const Wanted& wanted,
                         const std::map<std::string, std::int64_t>& documents,
                         const std::map<std::string, std::int64_t>& known) const;

    void apply(Changes changes);

    [[nodiscard]] DensePlace place() const { return m_place; }
    /// What the tenant's state named when it was last read.
    [[nodiscard]] const std::string& active() const { return m_active; }

private:
    struct Held {
        std::vector<ChunkId> chunks;
        bool isComplete = false;
    };

    Result<Changes::Document>
    readDocument(store::ReadTransaction& tx, const DocumentId& id, const Wanted& wanted) const;
    Result<bool> isMirrored(store::ReadTransaction& tx, const Wanted& wanted, Changes& changes) const;
    void drop(const std::string& document);

    store::VectorRepository m_vectors;
    store::DocumentRepository m_documents;
    std::string m_active;
    DensePlace m_place;
    std::shared_ptr<VectorIndex> m_index; // that of m_place
    std::map<std::string, Held> m_held;   // by document
};

} // namespace parley::server::knowledge
