// SPDX-License-Identifier: MIT
#include "server/cache/content_guard.h"

#include "server/cache/question_words.h"
#include "server/cache/unit_order.h"

#include <algorithm>
#include <optional>

namespace parley::server::cache {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

using Units = std::vector<Unit>;

/// For each unit of a its equal in b, or kNone; in order where a key is there several times.
std::vector<std::size_t> partners(const Units& a, const Units& b)
{
    std::vector<bool> isTaken(b.size(), false);
    std::vector<std::size_t> partner(a.size(), kNone);
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            if (!isTaken[j] && a[i].key == b[j].key) {
                isTaken[j] = true;
                partner[i] = j;
                break;
            }
        }
    }
    return partner;
}

std::vector<const Unit*> alone(const Units& units, const std::vector<bool>& isShared)
{
    std::vector<const Unit*> left;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!isShared[i]) {
            left.push_back(&units[i]);
        }
    }
    return left;
}

Disagreement ofKind(UnitKind kind)
{
    switch (kind) {
    case UnitKind::Negation:
        return Disagreement::Negation;
    case UnitKind::Question:
        return Disagreement::Question;
    case UnitKind::Number:
        return Disagreement::Number;
    case UnitKind::Name:
        return Disagreement::Name;
    case UnitKind::Quantity:
        return Disagreement::Quantity;
    case UnitKind::Relation:
        return Disagreement::Relation;
    case UnitKind::Word:
        break;
    }
    return Disagreement::Word;
}

/// The gravest of what only one of the two says.
Disagreement disagreementOf(const std::vector<const Unit*>& onlyA, const std::vector<const Unit*>& onlyB)
{
    const QuestionWords& words = QuestionWords::instance();
    for (const Unit* one : onlyA) {
        for (const Unit* other : onlyB) {
            if (words.areOpposites(one->word, other->word)) {
                return Disagreement::Opposite;
            }
        }
    }
    constexpr std::array kByWeight{UnitKind::Negation,
                                   UnitKind::Number,
                                   UnitKind::Question,
                                   UnitKind::Name,
                                   UnitKind::Quantity,
                                   UnitKind::Relation};
    for (const UnitKind kind : kByWeight) {
        const auto isOfKind = [kind](const Unit* unit) { return unit->kind == kind; };
        if (std::any_of(onlyA.begin(), onlyA.end(), isOfKind) ||
            std::any_of(onlyB.begin(), onlyB.end(), isOfKind)) {
            return ofKind(kind);
        }
    }
    return Disagreement::Word;
}

bool isFreeOfPersons(const QuestionReading& reading)
{
    return reading.kind == "?how"; // "how do I", "how can one", "how to"
}

std::optional<Disagreement> mannerDisagreement(const QuestionReading& a, const QuestionReading& b)
{
    const QuestionManner& one = a.manner;
    const QuestionManner& other = b.manner;
    if (one.isPast != other.isPast || one.isFuture != other.isFuture) {
        return Disagreement::Time;
    }
    const bool isFree = isFreeOfPersons(a);
    const bool isWhere = a.kind == "?where"; // "where can I", "where do I"
    if (!isFree &&
        ((one.can != other.can && !isWhere) || one.must != other.must || one.should != other.should)) {
        return Disagreement::Time;
    }
    if (one.persons != other.persons) {
        return Disagreement::Person;
    }
    // "my account" may be "the account", but not "your account" or "her account".
    const bool bothOwned = !one.owners.empty() && !other.owners.empty();
    const bool isForeign = one.owners.find_first_of("hst") != std::string::npos ||
                           other.owners.find_first_of("hst") != std::string::npos;
    if (one.owners != other.owners && (bothOwned || isForeign)) {
        return Disagreement::Person;
    }
    // "Your hours" may be "the hours", but "your dreams" are not "dreams".
    const auto isLoose = [](const QuestionReading& reading) {
        return reading.manner.owners.empty() &&
               std::find(reading.light.begin(), reading.light.end(), "the") == reading.light.end();
    };
    if (!isFree && ((one.owners == "2" && isLoose(b)) || (other.owners == "2" && isLoose(a)))) {
        return Disagreement::Person;
    }
    // "What is a router" and "what does a router do"; "this plant" may be any.
    if (a.kind == "?what" && one.does != other.does) {
        return Disagreement::Question;
    }
    if (one.points || other.points) {
        return Disagreement::Context;
    }
    return one.ors != other.ors ? std::optional(Disagreement::Relation) : std::nullopt;
}

/// Light prepositions that may stand for each other; before numbers and names fewer of them: "in 3 days" is
/// not "for 3 days".
std::string_view linkClass(std::string_view link, bool isStrict)
{
    if (link == "about" || link == "regarding" || link == "concerning") {
        return "about";
    }
    if (link == "with" || link == "to") {
        return link;
    }
    if (!isStrict || link == "of" || link == "as") {
        return "of";
    }
    return link == "at" || link == "on" ? "in" : link;
}

bool linksAgree(const Unit& one, const Unit& other)
{
    if (one.link.empty() || other.link.empty()) {
        return true;
    }
    const bool isStrict =
        one.kind == UnitKind::Number || one.kind == UnitKind::Name || other.kind == UnitKind::Name;
    const std::string_view left = linkClass(one.link, isStrict);
    const std::string_view right = linkClass(other.link, isStrict);
    // "The end of June", "the end in June"
    const bool isOf = isStrict && (left == "of" || right == "of") && left != "with" && right != "with";
    return left == right || isOf;
}

double lightDifference(std::vector<std::string> a, std::vector<std::string> b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::vector<std::string> different;
    std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(different));
    // Articles and auxiliaries stand here and there by grammar alone.
    constexpr std::array<std::string_view, 12> kGrammar{
        "a", "an", "the", "please", "is", "are", "am", "be", "do", "does", "of", "have"};
    return static_cast<double>(
        std::count_if(different.begin(), different.end(), [&](const std::string& word) {
            return std::find(kGrammar.begin(), kGrammar.end(), word) == kGrammar.end();
        }));
}

/// What the units that are equal do not agree on; fills the features.
std::optional<Disagreement> compareUnits(const QuestionReading& a,
                                         const QuestionReading& b,
                                         const std::vector<std::size_t>& partner,
                                         PairFeatures& features)
{
    for (std::size_t i = 0; i < a.units.size(); ++i) {
        const Unit& one = a.units[i];
        const Unit& other = b.units[partner[i]];
        if (one.word != other.word && one.kind != UnitKind::Question) {
            const bool isPastDifferent = (one.form == WordForm::Past) != (other.form == WordForm::Past);
            if (isPastDifferent) {
                return Disagreement::Time;
            }
            if (!one.isGroup && !other.isGroup &&
                (!areAlike(one.form, other.form) || !areInflections(one.word, other.word))) {
                return Disagreement::Word;
            }
            if (areInflections(one.word, other.word)) {
                features.forms += 1;
                features.gerunds += one.word.ends_with("ing") != other.word.ends_with("ing") ? 1 : 0;
            } else {
                features.synonyms += 1;
            }
        }
        if (!linksAgree(one, other)) {
            return Disagreement::Relation;
        }
        features.links += one.link != other.link ? 1 : 0;
    }
    return std::nullopt;
}

} // namespace

std::string_view disagreementName(Disagreement disagreement)
{
    constexpr std::array<std::string_view, 14> kNames{"none",
                                                      "language",
                                                      "question_word",
                                                      "number",
                                                      "name",
                                                      "negation",
                                                      "opposite",
                                                      "quantity",
                                                      "relation",
                                                      "words",
                                                      "time",
                                                      "person",
                                                      "word_order",
                                                      "context"};
    return kNames.at(static_cast<std::size_t>(disagreement));
}

PairComparison compareQuestions(const QuestionReading& a, const QuestionReading& b)
{
    PairComparison result;
    const std::vector<std::size_t> partner = partners(a.units, b.units);
    std::vector<bool> sharedInA(a.units.size(), false);
    std::vector<bool> sharedInB(b.units.size(), false);
    std::size_t shared = 0;
    for (std::size_t i = 0; i < partner.size(); ++i) {
        if (partner[i] != kNone) {
            sharedInA[i] = true;
            sharedInB[partner[i]] = true;
            ++shared;
        }
    }
    const std::size_t all = a.units.size() + b.units.size();
    result.overlap = all == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(all);
    if (a.language != b.language) {
        result.disagreement = Disagreement::Language;
        return result;
    }
    const auto onlyA = alone(a.units, sharedInA);
    const auto onlyB = alone(b.units, sharedInB);
    const auto isContent = [](const Unit& unit) { return unit.kind != UnitKind::Question; };
    if (!onlyA.empty() || !onlyB.empty() || std::none_of(a.units.begin(), a.units.end(), isContent)) {
        result.disagreement = disagreementOf(onlyA, onlyB);
        return result;
    }
    if (const auto differs = mannerDisagreement(a, b)) {
        result.disagreement = *differs;
        return result;
    }
    if (const auto differs = compareUnits(a, b, partner, result.features)) {
        result.disagreement = *differs;
        return result;
    }
    const OrderVerdict order = compareOrder(a, b, partner);
    if (order == OrderVerdict::Different) {
        result.disagreement = Disagreement::Order;
        return result;
    }
    PairFeatures& features = result.features;
    features.moves = order == OrderVerdict::Allowed ? 1 : 0;
    features.light = lightDifference(a.light, b.light);
    features.owners = a.manner.owners != b.manner.owners ? 1 : 0;
    features.units = static_cast<double>(a.units.size());
    features.manner =
        a.manner.can != b.manner.can || a.manner.must != b.manner.must || a.manner.should != b.manner.should
            ? 1
            : 0;
    features.isQuestion = !a.kind.empty();
    return result;
}

} // namespace parley::server::cache
