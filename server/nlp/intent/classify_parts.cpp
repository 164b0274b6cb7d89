// SPDX-License-Identifier: MIT
#include "server/nlp/intent/clauses.h"
#include "server/nlp/intent/intent_model.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

// A part must be as clear alone as a message must be: wishes are rarely halved by their clauses.
constexpr double kFewestScope = 0.5;
constexpr double kFewestProbability = 0.5;
// A message of more clauses is a story with one wish somewhere, not a list of wishes.
constexpr std::size_t kMostClauses = 12;

struct Wish {
    IntentGuess guess;
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool isClear(const IntentResult& result)
{
    return !result.guesses.empty() && result.inScope >= kFewestScope &&
           result.guesses[0].probability >= kFewestProbability;
}

/// Clear clauses with what follows them unclearly; what comes before the first belongs to it.
std::vector<Wish> wishesOf(const IntentModel& model,
                           std::string_view text,
                           const std::vector<std::pair<std::size_t, std::size_t>>& clauses)
{
    std::vector<Wish> wishes;
    for (const auto& [begin, end] : clauses) {
        const IntentResult result = model.classify(text.substr(begin, end - begin));
        const bool clear = isClear(result);
        const bool isSame = clear && !wishes.empty() && wishes.back().guess.label == result.guesses[0].label;
        if (!clear || isSame) {
            if (!wishes.empty()) {
                wishes.back().end = end;
            }
            continue;
        }
        wishes.push_back({result.guesses[0], wishes.empty() ? clauses.front().first : begin, end});
    }
    return wishes;
}

} // namespace

MultiIntent classifyParts(const IntentModel& model, std::string_view text)
{
    const auto clauses = clausesOf(text);
    std::vector<Wish> wishes;
    if (clauses.size() > 1 && clauses.size() <= kMostClauses) {
        wishes = wishesOf(model, text, clauses);
    }
    MultiIntent found;
    for (Wish& wish : wishes) {
        const auto same = [&](const IntentGuess& guess) { return guess.label == wish.guess.label; };
        if (std::none_of(found.intents.begin(), found.intents.end(), same)) {
            found.intents.push_back(std::move(wish.guess));
            found.parts.emplace_back(wish.begin, wish.end);
        }
    }
    if (found.intents.size() > 1) {
        return found;
    }
    const IntentResult whole = model.classify(text);
    if (!whole.guesses.empty() && whole.inScope >= kFewestScope) {
        found.intents = {whole.guesses[0]};
    }
    // Where only a part belongs to anything ("lovely day! where is my parcel"), that part decides.
    found.parts.assign(found.intents.size(), {0, text.size()});
    return found;
}

} // namespace parley::server::nlp
