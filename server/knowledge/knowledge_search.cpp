// SPDX-License-Identifier: MIT
#include "server/knowledge/knowledge_index.h"
#include "server/nlp/ngrams.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace parley::server::knowledge {
namespace {

// A message may be 8,000 characters long; what it asks is in far fewer words.
constexpr std::size_t kMaxQueryTerms = 64;
constexpr std::size_t kRankedDepth = 200;
constexpr double kFillerWeight = 0.25;
// Shorter words have too many neighbours for a typing error to be recognised.
constexpr std::size_t kShortestTypo = 5;
constexpr std::size_t kLongWord = 9;
constexpr std::size_t kMaxTypoCandidates = 3;
constexpr std::size_t kShortWord = 6;

/// "paint" is no slip for "point": in a short word, one letter for another makes another word more often than
/// a slip does. Letters left out, doubled or swapped are slips.
bool isOtherShortWord(std::string_view typed, std::string_view known)
{
    return typed.size() <= kShortWord && typed.size() == known.size() &&
           !std::is_permutation(typed.begin(), typed.end(), known.begin());
}

} // namespace

struct KnowledgeIndex::ResolvedTerm {
    struct Match {
        std::uint32_t stem = 0;
        double credit = 1;
    };

    QueryTerm shown;
    double repeats = 1;
    double rankWeight = 0; ///< in BM25
    bool stop = false;
    std::vector<Match> matches;
};

struct KnowledgeIndex::Scores {
    explicit Scores(std::size_t slots) : bm25(slots), ngram(slots), covered(slots) {}

    std::vector<float> bm25;
    std::vector<float> ngram;
    std::vector<float> covered; ///< sum of the weights of the terms it has
    double weightOfAll = 0;
};

nlp::Language KnowledgeIndex::queryLanguage(const std::vector<nlp::Token>& tokens) const
{
    const nlp::LanguageGuess guess = nlp::guessLanguage(tokens);
    const auto known = m_languages.find(guess.language);
    if (guess.share > 0 && known != m_languages.end() && known->second > 0) {
        return guess.language;
    }
    nlp::Language most = nlp::Language::English;
    std::size_t chunks = 0;
    for (const auto& [language, count] : m_languages) {
        if (count > chunks) {
            most = language;
            chunks = count;
        }
    }
    return most;
}

double KnowledgeIndex::idf(std::size_t documents) const
{
    const auto all = static_cast<double>(m_alive);
    const auto with = static_cast<double>(documents);
    return std::log(1 + (all - with + 0.5) / (with + 0.5));
}

std::vector<KnowledgeIndex::ResolvedTerm> KnowledgeIndex::resolve(const std::vector<nlp::Token>& query,
                                                                  nlp::Language language) const
{
    std::vector<ResolvedTerm> resolved;
    for (nlp::Term& term : nlp::allTerms(query, language)) {
        const auto same = std::find_if(resolved.begin(), resolved.end(), [&](const ResolvedTerm& other) {
            return other.shown.stem == term.stem;
        });
        if (same != resolved.end()) {
            same->repeats += 1;
            continue;
        }
        if (resolved.size() == kMaxQueryTerms) {
            break;
        }
        ResolvedTerm entry;
        entry.shown.word = std::move(term.word);
        entry.shown.stem = std::move(term.stem);
        const auto number = m_stems.find(entry.shown.stem);
        const std::size_t documents = number ? m_stems.of(*number).size() : 0;
        if (documents > 0) {
            entry.matches.push_back({*number, 1});
        }
        const double rarity = idf(documents);
        entry.stop = term.stop;
        entry.shown.weight = term.stop ? 0 : rarity * (term.filler ? kFillerWeight : 1);
        entry.rankWeight = rarity * (term.stop ? m_tuning.stopShare : term.filler ? m_tuning.fillerShare : 1);
        if (!term.stop) {
            addSynonyms(entry, language);
        }
        if (entry.matches.empty() && !term.number && !term.stop) {
            addTypos(entry, language);
        }
        entry.shown.known = !entry.matches.empty();
        if (term.filler && !entry.shown.known) {
            entry.shown.weight *= kFillerWeight; // rare in articles, but it asks for nothing
        }
        for (const ResolvedTerm::Match& match : entry.matches) {
            entry.shown.matches.emplace_back(m_stems.text(match.stem), match.credit);
        }
        resolved.push_back(std::move(entry));
    }
    return resolved;
}

void KnowledgeIndex::addSynonyms(ResolvedTerm& term, nlp::Language language) const
{
    for (const std::string& synonym : nlp::synonymsOf(term.shown.stem, language)) {
        const auto number = m_stems.find(synonym);
        if (number && !m_stems.of(*number).empty()) {
            term.matches.push_back({*number, m_tuning.synonymCredit});
        }
    }
}

void KnowledgeIndex::addTypos(ResolvedTerm& term, nlp::Language language) const
{
    const std::string& word = term.shown.word;
    if (word.size() < kShortestTypo) {
        return;
    }
    const std::size_t limit = word.size() >= kLongWord ? 2 : 1;
    std::vector<bool> seen(m_words.size());
    std::vector<std::uint32_t> candidates;
    for (const std::uint64_t gram : nlp::wordNgrams(word)) {
        const auto found = m_grams.find(gram);
        if (found == m_grams.end()) {
            continue;
        }
        for (const std::uint32_t candidate : found->second.words) {
            if (!seen[candidate]) {
                seen[candidate] = true;
                candidates.push_back(candidate);
            }
        }
    }
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::uint32_t candidate : candidates) {
        const std::string& text = m_words.text(candidate);
        if (text.size() < kShortestTypo - 1 || text.size() > word.size() + limit ||
            text.size() + limit < word.size() || m_words.of(candidate).empty()) {
            continue;
        }
        const std::size_t distance = nlp::editDistance(word, text, limit);
        if (distance <= limit && !isOtherShortWord(word, text)) {
            near.emplace_back(distance, text);
        }
    }
    std::sort(near.begin(), near.end());
    near.resize(std::min(near.size(), kMaxTypoCandidates));
    for (const auto& [distance, text] : near) {
        const std::vector<nlp::Term> terms = nlp::contentTerms(text, language);
        const auto number = terms.empty() ? std::nullopt : m_stems.find(terms.front().stem);
        if (number && !m_stems.of(*number).empty()) {
            term.matches.push_back({*number, m_tuning.typoCredit});
            term.shown.weight = std::min(term.shown.weight, idf(m_stems.of(*number).size()));
        }
    }
}

void KnowledgeIndex::scoreStems(const std::vector<ResolvedTerm>& terms, Scores& scores) const
{
    const double chunks = static_cast<double>(std::max<std::size_t>(1, m_alive));
    const double averageHead = std::max(1.0, m_headLength / chunks);
    const double averageBody = std::max(1.0, m_bodyLength / chunks);
    std::vector<float> best(m_slots.size());
    std::vector<float> credit(m_slots.size());
    std::vector<std::uint32_t> touched;
    for (const ResolvedTerm& term : terms) {
        scores.weightOfAll += term.shown.weight;
        for (const ResolvedTerm::Match& match : term.matches) {
            const auto postings = m_stems.of(match.stem);
            const double weight = match.credit * std::min(idf(postings.size()), term.rankWeight);
            for (const Posting& posting : postings) {
                const FieldLengths& length = m_slots[posting.slot].length;
                const double head = static_cast<double>(length.head) / averageHead;
                const double body = static_cast<double>(length.body) / averageBody;
                const double frequency = m_tuning.titleWeight * static_cast<double>(posting.head) /
                                             (1 + m_tuning.headB * (head - 1)) +
                                         static_cast<double>(posting.body) / (1 + m_tuning.b * (body - 1));
                const double saturated = frequency * (m_tuning.k1 + 1) / (frequency + m_tuning.k1);
                if (credit[posting.slot] == 0.0F) {
                    touched.push_back(posting.slot);
                }
                best[posting.slot] = std::max(best[posting.slot], static_cast<float>(weight * saturated));
                credit[posting.slot] = std::max(credit[posting.slot], static_cast<float>(match.credit));
            }
        }
        for (const std::uint32_t slot : touched) {
            scores.bm25[slot] += best[slot];
            scores.covered[slot] += credit[slot] * static_cast<float>(term.shown.weight);
            best[slot] = credit[slot] = 0;
        }
        touched.clear();
    }
}

void KnowledgeIndex::scoreGrams(const std::vector<ResolvedTerm>& terms, Scores& scores) const
{
    std::vector<std::pair<std::uint64_t, double>> query; // ascending, with how often it is asked for
    std::vector<std::uint64_t> grams;
    for (const ResolvedTerm& term : terms) {
        grams.clear();
        nlp::appendWordNgrams(term.shown.word, grams);
        for (const std::uint64_t gram : grams) {
            query.emplace_back(gram, term.repeats);
        }
    }
    std::sort(query.begin(), query.end());
    std::size_t distinct = 0;
    for (std::size_t i = 0; i < query.size(); ++i) {
        if (distinct > 0 && query[distinct - 1].first == query[i].first) {
            query[distinct - 1].second += query[i].second;
        } else {
            query[distinct++] = query[i];
        }
    }
    query.resize(distinct);
    std::vector<float> words(m_words.size());
    double squares = 0;
    for (const auto& [gram, weight] : query) {
        const auto found = m_grams.find(gram);
        const double rarity = idf(found == m_grams.end() ? 0 : found->second.chunks);
        const double value = (1 + std::log(weight)) * std::pow(rarity, m_tuning.gramIdfPower);
        squares += value * value;
        if (found != m_grams.end()) {
            for (const std::uint32_t word : found->second.words) {
                words[word] += static_cast<float>(value);
            }
        }
    }
    const double norm = std::sqrt(squares);
    if (norm == 0) {
        return;
    }
    std::vector<FieldLengths> sums(m_slots.size()); // side by side: a posting touches one cache line
    for (std::uint32_t word = 0; word < words.size(); ++word) {
        if (words[word] == 0.0F) {
            continue;
        }
        for (const Posting& posting : m_words.of(word)) {
            FieldLengths& sum = sums[posting.slot];
            sum.head += words[word] * posting.head;
            sum.body += words[word] * posting.body;
        }
    }
    const auto headShare = static_cast<float>(m_tuning.gramHeadShare / norm);
    const auto bodyShare = static_cast<float>((1 - m_tuning.gramHeadShare) / norm);
    for (std::size_t slot = 0; slot < sums.size(); ++slot) {
        const FieldLengths& sum = sums[slot];
        const FieldLengths& lengths = m_slots[slot].norm;
        const float head = sum.head > 0 ? sum.head / lengths.head * headShare : 0;
        const float body = sum.body > 0 ? sum.body / lengths.body * bodyShare : 0;
        scores.ngram[slot] = head + body;
    }
}

std::vector<std::uint32_t> KnowledgeIndex::ranked(const std::vector<float>& scores,
                                                  bool includeInternal) const
{
    // Rounded, so that another compiler's last bit does not change an order; then by id.
    std::vector<std::pair<long, std::uint32_t>> order;
    for (std::uint32_t slot = 0; slot < scores.size(); ++slot) {
        if (scores[slot] > 0 && m_slots[slot].alive && (includeInternal || !m_slots[slot].internal)) {
            order.emplace_back(std::lround(scores[slot] * 1e5F), slot);
        }
    }
    const auto better = [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first
                                  : m_slots[a.second].chunk.id < m_slots[b.second].chunk.id;
    };
    if (order.size() > kRankedDepth) {
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(kRankedDepth);
        std::nth_element(order.begin(), end, order.end(), better);
        order.erase(end, order.end());
    }
    std::sort(order.begin(), order.end(), better);
    std::vector<std::uint32_t> slots(order.size());
    std::transform(order.begin(), order.end(), slots.begin(), [](const auto& entry) { return entry.second; });
    return slots;
}

std::vector<Hit> KnowledgeIndex::merged(const Scores& scores, const SearchOptions& options) const
{
    std::vector<double> fused(m_slots.size());
    std::vector<std::uint32_t> ranks;
    const auto add = [&](const std::vector<std::uint32_t>& slots, double share) {
        for (std::size_t i = 0; i < slots.size(); ++i) {
            if (fused[slots[i]] == 0) {
                ranks.push_back(slots[i]);
            }
            fused[slots[i]] += share * (m_tuning.rrfK + 1) / (m_tuning.rrfK + static_cast<double>(i) + 1);
        }
    };
    add(ranked(scores.bm25, options.includeInternal), m_tuning.bm25Share);
    add(ranked(scores.ngram, options.includeInternal), 1 - m_tuning.bm25Share);

    std::vector<std::pair<double, std::uint32_t>> order;
    order.reserve(ranks.size());
    for (const std::uint32_t slot : ranks) {
        order.emplace_back(fused[slot], slot);
    }
    const std::size_t count = std::min(order.size(), options.limit);
    std::partial_sort(order.begin(),
                      order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end(),
                      [&](const auto& a, const auto& b) {
                          return a.first != b.first ? a.first > b.first
                                                    : m_slots[a.second].chunk.id < m_slots[b.second].chunk.id;
                      });
    std::vector<Hit> hits;
    hits.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto [score, number] = order[i];
        const Slot& slot = m_slots[number];
        Hit hit;
        hit.document = slot.document;
        hit.chunk = slot.chunk.id;
        hit.title = m_documents.at(slot.document.value).title;
        hit.headings = slot.chunk.headings;
        hit.text = slot.chunk.text;
        hit.page = slot.chunk.page;
        hit.internal = slot.internal;
        hit.score = score;
        hit.bm25 = static_cast<double>(scores.bm25[number]);
        hit.ngram = static_cast<double>(scores.ngram[number]);
        hit.coverage =
            scores.weightOfAll > 0 ? static_cast<double>(scores.covered[number]) / scores.weightOfAll : 0;
        hit.rank = static_cast<int>(i) + 1;
        hit.analysis = slot.analysis;
        hits.push_back(std::move(hit));
    }
    return hits;
}

SearchResult KnowledgeIndex::search(std::string_view query, const SearchOptions& options) const
{
    const std::shared_lock lock(m_mutex);
    SearchResult result;
    const std::vector<nlp::Token> tokens = nlp::tokenize(query);
    result.language = queryLanguage(tokens);
    const std::vector<ResolvedTerm> terms = resolve(tokens, result.language);
    for (const ResolvedTerm& term : terms) {
        if (!term.stop) {
            result.terms.push_back(term.shown);
        }
    }
    if (m_alive == 0 || terms.empty()) {
        return result;
    }
    Scores scores(m_slots.size());
    scoreStems(terms, scores);
    scoreGrams(terms, scores);
    result.hits = merged(scores, options);
    if (result.hits.empty()) {
        return result;
    }
    const Hit& first = result.hits.front();
    double rival = 0;
    for (const Hit& hit : result.hits) {
        rival = hit.document == first.document ? rival : std::max(rival, hit.bm25);
    }
    result.margin = first.bm25 > 0 ? std::clamp((first.bm25 - rival) / first.bm25, 0.0, 1.0) : 0;
    return result;
}

} // namespace parley::server::knowledge
