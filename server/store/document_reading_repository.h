// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/document_repository.h"
#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// How far the reading of a document has come.
struct ReadingProgress {
    std::int64_t page = 0;
    std::optional<std::int64_t> pages;
    double progress = 0; ///< 0..1
    /// What a later attempt goes on from, JSON; empty: as written before.
    std::string state;
};

/// What is known of a document once it was read.
struct ReadDocument {
    std::optional<std::int64_t> pages;
    std::string language;
    std::vector<std::string> warnings;
    std::vector<SimilarDocument> similarTo;
    std::string sketch;
    std::vector<std::int64_t> bands;
    /// Takes the place of a title that is only the file's name; empty: the title stays.
    std::string title;
};

/// A document that may be like another one.
struct SketchedDocument {
    DocumentId id;
    std::string sketch;
    std::string title;
};

/// The reading of documents, of one tenant: new passages are staged while the old ones answer, and take their
/// place at once. @thread database worker
class DocumentReadingRepository {
public:
    /// Marks the document as being read. @return the state to go on from ("": from the start); none when the
    /// document has gone or was cancelled. @errors Storage
    Result<std::optional<std::string>> begin(Transaction& tx, const DocumentId& id) const;

    /// Forgets the passages staged from this ordinal on; from 0: the state as well. @errors Storage
    Result<void> rewind(Transaction& tx, const DocumentId& id, std::int64_t fromOrdinal) const;

    /// Stages further passages with the progress they belong to. @return false when the document is not being
    /// read any more: nothing changed. @errors Storage
    Result<bool> stage(Transaction& tx,
                       const DocumentId& id,
                       const std::vector<ChunkRow>& chunks,
                       const ReadingProgress& progress) const;

    /// Passages staged behind this ordinal, in order. @errors Storage
    Result<std::vector<ChunkRow>>
    staged(ReadTransaction& tx, const DocumentId& id, std::int64_t after, int limit) const;

    /// Puts the staged passages in the place of the old ones and marks the document ready. @return as
    /// stage().
    /// @errors Storage
    Result<bool>
    publish(Transaction& tx, const DocumentId& id, const ReadDocument& read, std::int64_t nowMs) const;

    /// Documents with a band in common, this one left out. @errors Storage
    Result<std::vector<SketchedDocument>> sharingBands(ReadTransaction& tx,
                                                       const DocumentId& id,
                                                       const std::vector<std::int64_t>& bands,
                                                       int limit) const;

    /// Gives the similar documents of these rows their titles, and leaves out those that have gone.
    /// @errors Storage
    Result<void> nameSimilar(ReadTransaction& tx, std::vector<DocumentRow>& rows) const;
};

} // namespace parley::server::store
