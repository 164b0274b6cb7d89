// SPDX-License-Identifier: MIT
#include "server/cache/match.h"

#include "server/cache/pair_probability.h"

namespace parley::server::cache {

Match matchReadings(const QuestionReading& a, const QuestionReading& b)
{
    const PairComparison comparison = compareQuestions(a, b);
    Match match;
    match.disagreement = comparison.disagreement;
    match.overlap = comparison.overlap;
    if (match.disagreement == Disagreement::None) {
        match.probability = pairProbability(comparison.features);
    }
    return match;
}

Match matchQuestions(std::string_view a, std::string_view b)
{
    if (exactKey(a) == exactKey(b)) {
        return Match{1, true, Disagreement::None, 1};
    }
    return matchReadings(readQuestion(a), readQuestion(b));
}

} // namespace parley::server::cache
