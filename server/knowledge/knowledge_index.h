// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/term_postings.h"
#include "server/nlp/language.h"
#include "server/nlp/terms.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <cstdint>
#include <map>
#include <memory>
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
    double score = 0; ///< merged rank score, 0..1; only comparable within one search
    double bm25 = 0;
    double ngram = 0;    ///< cosine of the character n-grams, 0..1
    double dense = 0;    ///< cosine of the dense vectors where a search was given them, else 0
    double coverage = 0; ///< idf-weighted share of the query's terms that the chunk or its title has, 0..1
    int rank = 0;        ///< from 1
    /// What it says, read ahead; where there is none, whoever needs it reads the texts above.
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

/// @source tuned on public FAQ and passage sets with tests/evaluation; a broad optimum, not a peak
struct IndexTuning {
    double k1 = 2;
    double b = 0.6;            ///< length normalisation of the body
    double headB = 0.3;        ///< ... and of title and headings
    double titleWeight = 6;    ///< a word of the title against one of the body
    double headingShare = 0.6; ///< a word of a heading against one of the title
    double synonymCredit = 0.5;
    double typoCredit = 0.8;
    double stopShare = 0.2;     ///< of a stop word's idf in BM25; in coverage it is nothing
    double fillerShare = 0.6;   ///< of a filler word's idf in BM25
    double gramIdfPower = 1.5;  ///< of the idf in the query's n-gram vector
    double gramHeadShare = 0.7; ///< title's and headings' part of the n-gram score; the rest is the body's
    double rrfK = 10;
    double bm25Share = 0.6; ///< of the merged score; the rest is the n-grams'
    std::size_t maxChunks = 200'000;
};

/// The lexical index of one tenant: BM25 over stems and TF-IDF cosine over character n-grams, merged by
/// weighted reciprocal rank fusion. The ranking depends on the documents alone, not on the order they came
/// in.
/// @thread any; many search at once, a change waits for them
/// @source Robertson & Zaragoza 2009 (BM25); Cormack et al., SIGIR 2009 (RRF); n-grams weighted lnc.ltc
/// (Salton)
class KnowledgeIndex {
public:
    explicit KnowledgeIndex(IndexTuning tuning = {});

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
    using Counts = std::map<std::string, Posting>; // ordered: sums of floats must not depend on a hash table
    struct FieldLengths {
        float head = 0;
        float body = 0;
    };
    struct Slot {
        bool alive = false;
        bool internal = false;
        DocumentId document;
        IndexedChunk chunk;
        std::shared_ptr<const PassageAnalysis> analysis;
        FieldLengths length; ///< in terms
        FieldLengths norm;   ///< of the n-gram vectors
        nlp::Language language = nlp::Language::English;
        std::vector<std::uint32_t> stems;
        std::vector<std::uint32_t> words;
    };
    struct Document {
        std::string title;
        std::vector<std::uint32_t> slots;
    };
    struct Gram {
        std::vector<std::uint32_t> words; ///< numbers in m_words
        std::uint32_t chunks = 0;         ///< how many chunks have it
    };
    struct ResolvedTerm;
    struct Scores;

    void removeLocked(const DocumentId& id);
    void addChunk(const IndexedDocument& document, const IndexedChunk& chunk, std::uint32_t slot);
    void indexStems(const Counts& counts, Slot& entry, std::uint32_t slot);
    void indexWords(const Counts& counts, Slot& entry, std::uint32_t slot);
    void countGrams(const Slot& slot, int change);
    void compactIfSparse();

    [[nodiscard]] nlp::Language queryLanguage(const std::vector<nlp::Token>& tokens) const;
    [[nodiscard]] double idf(std::size_t documents) const;
    [[nodiscard]] std::vector<ResolvedTerm> resolve(const std::vector<nlp::Token>& query,
                                                    nlp::Language language) const;
    void addSynonyms(ResolvedTerm& term, nlp::Language language) const;
    void addTypos(ResolvedTerm& term, nlp::Language language) const;
    void scoreStems(const std::vector<ResolvedTerm>& terms, Scores& scores) const;
    void scoreGrams(const std::vector<ResolvedTerm>& terms, Scores& scores) const;
    [[nodiscard]] std::vector<std::uint32_t> ranked(const std::vector<float>& scores,
                                                    bool includeInternal) const;
    [[nodiscard]] std::vector<Hit> merged(const Scores& scores, const SearchOptions& options) const;

    IndexTuning m_tuning;
    mutable std::shared_mutex m_mutex; // guards everything below
    std::map<std::string, Document> m_documents;
    std::vector<Slot> m_slots;
    std::size_t m_alive = 0;
    double m_headLength = 0; // of all chunks
    double m_bodyLength = 0;
    std::map<nlp::Language, std::size_t> m_languages; // chunks of each
    TermPostings m_stems;
    TermPostings m_words;
    std::unordered_map<std::uint64_t, Gram> m_grams;
};

} // namespace parley::server::knowledge
