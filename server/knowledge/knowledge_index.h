// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/index_tuning.h"
#include "server/knowledge/term_postings.h"
#include "server/nlp/language.h"
#include "server/nlp/terms.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::knowledge {

struct PassageAnalysis;

struct IndexedChunk {
    ChunkId id;
    std::string headings; ///< the path to it, "Billing > Refunds"; may be empty
    std::string text;
    int page = 0; ///< from 1; 0 = the source has no pages
};

struct IndexedDocument {
    DocumentId id;
    std::string title; ///< of an FAQ: its question
    bool internal = false;
    std::vector<IndexedChunk> chunks;
};

/// One chunk that a query found, best first.
struct Hit {
    DocumentId document;
    ChunkId chunk;
    std::string title;
    std::string headings;
    std::string text;
    int page = 0;
    bool internal = false;
    double score = 0; ///< merged, 0..1; only comparable within one search
    double bm25 = 0;
    double ngram = 0;    ///< cosine of the character n-grams of title and headings, 0..1
    double dense = 0;    ///< cosine of the dense vectors where a search was given them, else 0
    double coverage = 0; ///< idf-weighted share of the query's terms that the chunk or its title has, 0..1
    int rank = 0;        ///< from 1
    /// What it says, read ahead in a small index; where there is none, whoever needs it reads the texts
    /// above.
    std::shared_ptr<const PassageAnalysis> analysis;
};

/// What the query was understood as.
struct QueryTerm {
    std::string word;
    std::string stem;
    double weight = 0;  ///< idf, less for filler words
    bool known = false; ///< the knowledge base has it, a synonym of it or a word one typing error away
    /// Stems that count as this term, best first, and how much (the stem itself 1).
    std::vector<std::pair<std::string, double>> matches;
};

struct SearchResult {
    std::vector<Hit> hits;
    std::vector<QueryTerm> terms;
    /// How far the first hit's BM25 is ahead of the best one of another document, 0..1.
    double margin = 0;
    nlp::Language language = nlp::Language::English;
};

/// A chunk that dense vectors found.
struct DenseHit {
    ChunkId chunk;
    float cosine = 0; ///< -1..1
};

struct SearchOptions {
    std::size_t limit = 8;
    bool includeInternal = false; ///< internal documents inform supporters, never a customer
    /// What dense vectors found, best first; merged with what the words found. Chunks that the index does
    /// not have are passed over. Must outlive the search.
    std::span<const DenseHit> dense{};
};

/// The index of one tenant. Chunks are ranked by BM25 over stems, title and headings apart from the body; the
/// best are ranked anew with the cosine of character n-grams of title and headings and with the nearness of
/// the question's words in the body, and merged with what dense vectors found, where there are any.
///
/// A title that few chunks share and that is more than a name is taken for the question that they answer, and
/// so is a heading that ends in a question mark: it then weighs more than the text. A title that many chunks
/// share says little about each of them. The ranking depends on the documents alone, not on the order they
/// came in.
/// A document is filed chunk by chunk and shown in one step, so that a search waits for neither: however
/// large the document, it sees all of it or nothing.
/// @thread any; many search at once
/// @source Robertson & Zaragoza 2009 (BM25); n-grams weighted lnc.ltc (Salton); Bruch et al., TOIS 2023
/// (merging by scores)
class KnowledgeIndex {
public:
    class Staged;

    explicit KnowledgeIndex(IndexTuning tuning = {});

    /// Does all of put() but its last step: the document is filed, and nobody finds it before show(). Takes
    /// as long as put(); other changes do not wait for it.
    /// @errors PayloadTooLarge as put()
    Result<std::shared_ptr<const Staged>> stage(IndexedDocument document);
    /// The last step, in about a microsecond a chunk.
    /// @return false: what was staged is void: shown or discarded already, or the index was made compact
    /// since
    /// @errors PayloadTooLarge as put()
    Result<bool> show(const Staged& staged);
    /// Frees what will not be shown. Does nothing to what is shown.
    void discard(const Staged& staged);

    /// Adds a document or replaces the one with its id.
    /// @errors PayloadTooLarge the index would have more than maxChunks chunks; it is then unchanged
    Result<void> put(const IndexedDocument& document);
    /// False where the document was not there.
    bool remove(const DocumentId& id);
    void clear();

    [[nodiscard]] SearchResult search(std::string_view query, const SearchOptions& options = {}) const;
    [[nodiscard]] std::size_t documentCount() const;
    [[nodiscard]] std::size_t chunkCount() const;

private:
    class Ranking; // one search

    struct Document {
        std::string title;
        std::vector<std::uint32_t> slots;
    };
    using Owner = std::map<std::string, Document>::value_type;

    /// What is shown of a chunk. Its terms are one list: of title and headings in order, then the content
    /// words of the body in order, then the body's stop words, each once.
    struct Slot {
        const Owner* owner = nullptr; ///< none: the chunk is gone, or not shown yet
        IndexedChunk chunk;
        std::shared_ptr<const PassageAnalysis> analysis; ///< only of the first chunks, see kAnalysedChunks
        std::vector<std::uint32_t> terms;
        std::uint32_t headEnd = 0;
        std::uint32_t bodyEnd = 0;
        nlp::Language language = nlp::Language::English;
        [[nodiscard]] std::span<const std::uint32_t> head() const { return std::span(terms).first(headEnd); }
        [[nodiscard]] std::span<const std::uint32_t> body() const
        {
            return std::span(terms).subspan(headEnd, bodyEnd - headEnd);
        }
    };
    /// What scoring reads of a chunk, apart from the rest because it is read for many.
    struct Shape {
        std::uint32_t title = 0; ///< number in m_titles
        std::uint16_t head = 0;  ///< words of title and headings
        std::uint16_t body = 0;  ///< words
        bool internal = false;
        bool headingAsks = false;
    };
    struct Title {
        std::uint32_t chunks = 0; ///< of all documents with this title
        bool asks = false;        ///< more than a name
    };
    struct Terms;
    struct Leaving;

    Result<void> checkRoom(const IndexedDocument& document) const;
    Result<void> checkRoomLocked(const DocumentId& id, std::size_t chunks) const;
    std::shared_ptr<Staged> stageAll(IndexedDocument document);
    bool file(Staged& staged, Slot slot, Shape shape, const Terms& terms);
    Result<bool> showChanging(const Staged& staged);
    std::uint32_t titleNumber(const std::string& title);
    [[nodiscard]] Leaving leavingOf(const DocumentId& id) const;
    void removeLocked(const DocumentId& id, Leaving& leaving);
    void eraseChunkLocked(std::uint32_t number);
    void compactIfSparse();

    [[nodiscard]] nlp::Language queryLanguage(const std::vector<nlp::Token>& tokens) const;

    IndexTuning m_tuning;
    std::mutex m_changes;              // one change of what is found at a time
    mutable std::shared_mutex m_mutex; // guards everything below; taken after m_changes
    std::uint64_t m_generation = 0;    // of the numbers of slots and terms
    std::size_t m_staged = 0;          // slots that are filed and not shown
    std::map<std::string, Document> m_documents;
    std::vector<Slot> m_slots;
    std::vector<Shape> m_shapes;
    std::unordered_multimap<std::size_t, std::uint32_t> m_chunks; // by hash of the chunk's id
    std::unordered_map<std::string, std::uint32_t> m_titleNumbers;
    std::vector<Title> m_titles;
    std::size_t m_alive = 0;
    std::uint64_t m_headLength = 0; // of all chunks
    std::uint64_t m_bodyLength = 0;
    std::map<nlp::Language, std::size_t> m_languages; // chunks of each
    TermPostings m_stems;
};

} // namespace parley::server::knowledge
