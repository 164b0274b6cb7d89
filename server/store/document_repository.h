// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// Another document with nearly the same text.
struct SimilarDocument {
    DocumentId id;
    double similarity = 0; ///< estimated Jaccard similarity of their word 3-shingles, 0..1
    std::string title;     ///< as it is now; empty in a row that is written
};

/// One document of the knowledge base. Its bytes are a blob; its text lives in chunks.
struct DocumentRow {
    DocumentId id;
    std::string title;
    std::string source;
    std::string contentType;
    std::string category;
    /// "public" or "internal": an internal one never reaches a customer.
    std::string visibility;
    std::string locale;
    std::string slug;
    /// queued, processing, ready, failed, cancelled
    std::string status;
    std::string error;
    double progress = 0;
    std::int64_t chunks = 0;
    std::int64_t bytes = 0;
    std::string blobKey;
    /// Hex SHA-256 of the bytes.
    std::string digest;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
    /// Empty: the format has none, or they were not counted yet.
    std::optional<std::int64_t> pages;
    /// How many of them were read.
    std::int64_t page = 0;
    /// An earlier document with the same bytes; empty: none.
    DocumentId duplicateOf;
    std::vector<SimilarDocument> similarTo;
    /// Sentences for an operator.
    std::vector<std::string> warnings;
    /// Of its text, "en"; empty: not known.
    std::string language;
};

/// What an operator may change; empty: stays.
struct DocumentChange {
    std::optional<std::string> title;
    std::optional<std::string> category;
    std::optional<std::string> visibility;
};

/// One retrievable passage. `headings` is a JSON array, outermost first.
struct ChunkRow {
    ChunkId id;
    DocumentId document;
    std::int64_t ordinal = 0;
    std::string headings;
    std::string text;
    std::optional<std::int64_t> page;
};

/// Reads a row of id, document_id, ordinal, headings, text, page.
ChunkRow chunkFrom(const Row& row);

/// Which version of which document the index should hold.
struct DocumentVersion {
    DocumentId id;
    std::int64_t updatedMs = 0;
};

/// Documents and their chunks, of one tenant. @thread database worker
class DocumentRepository {
public:
    Result<void> create(Transaction& tx, const DocumentRow& row) const;
    Result<std::optional<DocumentRow>> find(ReadTransaction& tx, const DocumentId& id) const;
    /// A document with the same bytes that is not failed or cancelled. @errors Storage
    Result<std::optional<DocumentRow>> findByDigest(ReadTransaction& tx, const std::string& digest) const;
    /// Those of these keys that a document names. @param keys  a few hundred at most @errors Storage
    Result<std::vector<std::string>> namedBlobs(ReadTransaction& tx,
                                                const std::vector<std::string>& keys) const;
    /// Newest first, by id; `before` exclusive. @errors Storage
    Result<std::vector<DocumentRow>> page(ReadTransaction& tx, const std::string& before, int limit) const;
    /// Changes what an operator may; indexes see it as a new version. @return false when there is none.
    /// @errors Storage
    Result<bool>
    change(Transaction& tx, const DocumentId& id, const DocumentChange& change, std::int64_t nowMs) const;
    Result<void> setStatus(Transaction& tx,
                           const DocumentId& id,
                           std::string_view status,
                           double progress,
                           const std::string& error,
                           std::int64_t nowMs) const;
    /// Removes the document with its chunks. @return false when there was none. @errors Storage
    Result<bool> remove(Transaction& tx, const DocumentId& id) const;

    /// Puts new chunks in the place of the old ones and marks the document ready. `updated_ms` always
    /// rises: indexes tell versions by it. @return false when the
    /// document has gone or was cancelled meanwhile: nothing changed. @errors Storage
    Result<bool> replaceChunks(Transaction& tx,
                               const DocumentId& id,
                               const std::vector<ChunkRow>& chunks,
                               std::int64_t nowMs) const;
    Result<std::vector<ChunkRow>>
    chunks(ReadTransaction& tx, const DocumentId& id, std::int64_t after, int limit) const;

    /// All documents with passages, with their versions: what is read again answers from its old passages
    /// until the new ones take their place. @errors Storage
    Result<std::vector<DocumentVersion>> readyVersions(ReadTransaction& tx) const;

    /// The tenant's index version; every change of what can be found raises it. @errors Storage
    Result<std::int64_t> indexVersion(ReadTransaction& tx) const;
    Result<void> raiseIndexVersion(Transaction& tx) const;
};

} // namespace parley::server::store
