// SPDX-License-Identifier: MIT
#include "server/knowledge/query_terms.h"

#include "server/nlp/ngrams.h"
#include "server/nlp/stemmer.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace parley::server::knowledge {
namespace {

// A message may be 8,000 characters long; what it asks is in far fewer words.
constexpr std::size_t kMaxQueryTerms = 64;
constexpr double kFillerWeight = 0.25;
// Shorter words have too many neighbours for a typing error to be recognised.
constexpr std::size_t kShortestTypo = 5;
constexpr std::size_t kLongWord = 9;
constexpr std::size_t kMaxTypoCandidates = 3;
constexpr std::size_t kShortWord = 6;
// Of the longer word; and how many of them are enough.
constexpr double kKinShare = 0.6;
constexpr std::size_t kMaxKin = 4;
// Shorter ones are found in every language by chance.
constexpr std::size_t kShortestJoined = 5;

/// "paint" is no slip for "point": in a short word, one letter for another makes another word more often than
/// a slip does. Letters left out, doubled or swapped are slips.
bool isOtherShortWord(std::string_view typed, std::string_view known)
{
    return typed.size() <= kShortWord && typed.size() == known.size() &&
           !std::is_permutation(typed.begin(), typed.end(), known.begin());
}

RankTerm* termWith(std::vector<RankTerm>& terms, const std::string& stem)
{
    const auto found = std::find_if(terms.begin(), terms.end(), [&](const RankTerm& term) {
        return term.shown.stem == stem;
    });
    return found == terms.end() ? nullptr : &*found;
}

} // namespace

QueryTerms::QueryTerms(const TermPostings& stems, std::size_t chunks, const IndexTuning& tuning)
    : m_stems(stems), m_chunks(static_cast<double>(chunks)), m_tuning(tuning)
{}

double QueryTerms::idf(std::size_t chunksWith) const
{
    const auto with = static_cast<double>(chunksWith);
    return std::log(1 + (m_chunks - with + 0.5) / (with + 0.5));
}

std::vector<RankTerm> QueryTerms::of(const std::vector<nlp::Token>& query, nlp::Language language) const
{
    std::vector<nlp::Term> read = nlp::allTerms(query, language);
    std::vector<RankTerm> terms;
    std::size_t end = 0;
    for (; end < read.size(); ++end) {
        if (RankTerm* same = termWith(terms, read[end].stem)) {
            same->repeats += 1;
            continue;
        }
        if (terms.size() == kMaxQueryTerms) {
            break;
        }
        addMatches(terms.emplace_back(), read[end], language);
    }
    read.resize(end);
    addJoined(terms, read, language);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        RankTerm& term = terms[i];
        const bool guessable = std::none_of(term.matches.begin(),
                                            term.matches.end(),
                                            [](const RankTerm::Match& match) { return match.same; });
        const auto own = std::find_if(read.begin(), read.end(), [&](const nlp::Term& one) {
            return one.stem == term.shown.stem;
        });
        if (guessable && !own->number && !term.stop) {
            addTypos(term);
        }
        for (const RankTerm::Match& match : term.matches) {
            if (match.same) {
                term.shown.matches.emplace_back(m_stems.text(match.stem), match.credit);
            }
        }
        term.shown.known = !term.shown.matches.empty();
        if (own->filler && !term.shown.known) {
            term.shown.weight *= kFillerWeight; // rare in articles, but it asks for nothing
        }
    }
    return terms;
}

void QueryTerms::addMatches(RankTerm& term, const nlp::Term& read, nlp::Language language) const
{
    term.shown.word = read.word;
    term.shown.stem = read.stem;
    addStem(term, read.stem, 1, true);
    term.rarity = idf(term.matches.empty() ? 0 : m_stems.chunksWith(term.matches.front().stem));
    term.stop = read.stop;
    term.share = read.filler && !read.stop ? m_tuning.fillerShare : 1;
    term.shown.weight = read.stop ? 0 : term.rarity * (read.filler ? kFillerWeight : 1);
    if (!read.stop) {
        for (const std::string& stem : nlp::synonymsOf(read.stem, language)) {
            addStem(term, stem, m_tuning.synonymCredit, true);
        }
        for (const std::string& stem : nlp::relatedTo(read.stem, language)) {
            addStem(term, stem, m_tuning.relatedCredit, false);
        }
    }
    if (!read.stop && !read.number) {
        addKin(term);
    }
}

void QueryTerms::addStem(RankTerm& term, const std::string& stem, double credit, bool same) const
{
    const auto number = m_stems.find(stem);
    const bool there = number && m_stems.chunksWith(*number) > 0;
    if (there && std::none_of(term.matches.begin(), term.matches.end(), [&](const RankTerm::Match& match) {
            return match.stem == *number;
        })) {
        term.matches.push_back({*number, credit, same});
    }
}

/// Words that begin alike and do not differ by much more than an ending: what a stemmer leaves apart in
/// languages that inflect or compound a lot.
void QueryTerms::addKin(RankTerm& term) const
{
    const std::string& stem = term.shown.stem;
    std::vector<std::tuple<double, std::string_view, std::uint32_t>> kin;
    for (const std::uint32_t number : m_stems.startingAs(stem)) {
        const std::string& text = m_stems.text(number);
        const auto differ = std::mismatch(stem.begin(), stem.end(), text.begin(), text.end());
        const auto common = static_cast<double>(differ.first - stem.begin());
        const double share = common / static_cast<double>(std::max(stem.size(), text.size()));
        if (share >= kKinShare && share < 1 && m_stems.chunksWith(number) > 0) {
            kin.emplace_back(-share, text, number);
        }
    }
    std::sort(kin.begin(), kin.end());
    kin.resize(std::min(kin.size(), kMaxKin));
    for (const auto& [share, text, number] : kin) {
        addStem(term, std::string(text), m_tuning.relatedCredit, false);
    }
}

/// "corona virus" finds "coronavirus".
void QueryTerms::addJoined(std::vector<RankTerm>& terms,
                           const std::vector<nlp::Term>& read,
                           nlp::Language language) const
{
    for (std::size_t i = 0; i + 1 < read.size(); ++i) {
        const std::string joined = read[i].word + read[i + 1].word;
        if (joined.size() < kShortestJoined) {
            continue;
        }
        const std::string stem = nlp::stem(joined, language);
        for (const std::size_t part : {i, i + 1}) {
            if (RankTerm* term = termWith(terms, read[part].stem); term != nullptr) {
                addStem(*term, stem, m_tuning.joinedCredit, true);
            }
        }
    }
}

void QueryTerms::addTypos(RankTerm& term) const
{
    const std::string& typed = term.shown.stem;
    if (term.shown.word.size() < kShortestTypo) {
        return;
    }
    const std::size_t limit = term.shown.word.size() >= kLongWord ? 2 : 1;
    const WordShape shape = WordShape::of(typed);
    std::vector<std::tuple<std::size_t, std::string_view, std::uint32_t>> near;
    for (std::uint32_t stem = 0; stem < m_stems.size(); ++stem) {
        if (!shape.mayBecome(m_stems.shape(stem), limit)) {
            continue;
        }
        const std::string& text = m_stems.text(stem);
        if (text.size() + 1 < kShortestTypo || m_stems.chunksWith(stem) == 0) {
            continue;
        }
        const std::size_t distance = nlp::editDistance(typed, text, limit);
        if (distance <= limit && !isOtherShortWord(typed, text)) {
            near.emplace_back(distance, text, stem);
        }
    }
    std::sort(near.begin(), near.end());
    near.resize(std::min(near.size(), kMaxTypoCandidates));
    for (const auto& [distance, text, stem] : near) {
        term.matches.push_back({stem, m_tuning.typoCredit, true});
        term.shown.weight = std::min(term.shown.weight, idf(m_stems.chunksWith(stem)));
    }
}

} // namespace parley::server::knowledge
