// SPDX-License-Identifier: MIT
#include "server/cache/cacheability.h"

#include "server/nlp/code_points.h"
#include "server/nlp/entities/pii.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <array>

namespace parley::server::cache {

namespace {

/// Longer ones tell a story, which is nobody else's.
constexpr std::size_t kLongestQuestion = 400;
constexpr std::size_t kMostUnits = 40;

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Things of which each customer has its own, as units name them.
constexpr std::array<std::string_view, 30> kOwnThings{
    "order",  "=parcel", "=ship",    "=refund",   "=pay",    "charg",  "invoic",    "book",
    "reserv", "ticket",  "balanc",   "claim",     "return",  "money",  "=transfer", "transact",
    "case",   "request", "applic",   "complaint", "appoint", "status", "statement", "deposit",
    "bill",   "track",   "withdraw", "debit",     "purchas", "=buy"};

bool isOwn(const QuestionReading& reading)
{
    return reading.manner.owners.find('1') != std::string::npos ||
           reading.manner.persons.find('1') != std::string::npos;
}

/// Asks what is possible or how something is done, not how something of one's own stands.
bool isGeneral(const QuestionReading& reading)
{
    const QuestionManner& manner = reading.manner;
    const bool isWhere = reading.kind == "?where" && !manner.isPast && manner.persons.starts_with('1');
    const bool asksRule = (manner.can || manner.should || manner.must) && !manner.isPast;
    const bool isConditional = std::any_of(reading.units.begin(), reading.units.end(), [](const Unit& unit) {
        return unit.key == "if";
    });
    return reading.kind == "?how" || isWhere || (asksRule && !reading.kind.empty()) || isConditional;
}

bool isAboutOwnCase(const QuestionReading& reading, std::span<const nlp::Entity> entities)
{
    if (!isOwn(reading) || isGeneral(reading)) {
        return false;
    }
    const bool hasThing = std::any_of(reading.units.begin(), reading.units.end(), [](const Unit& unit) {
        return isOneOf(unit.key, kOwnThings);
    });
    const bool hasDate = std::any_of(entities.begin(), entities.end(), [](const nlp::Entity& entity) {
        return entity.kind == nlp::EntityKind::Date || entity.kind == nlp::EntityKind::Amount;
    });
    return hasThing || hasDate;
}

bool namesACase(std::span<const nlp::Entity> entities)
{
    return std::any_of(entities.begin(), entities.end(), [](const nlp::Entity& entity) {
        return entity.kind == nlp::EntityKind::OrderId || entity.kind == nlp::EntityKind::TicketId ||
               entity.kind == nlp::EntityKind::Reference;
    });
}

bool namesAPerson(std::span<const nlp::Entity> entities)
{
    using Kind = nlp::EntityKind;
    return std::any_of(entities.begin(), entities.end(), [](const nlp::Entity& entity) {
        return entity.kind == Kind::Email || entity.kind == Kind::Phone || entity.kind == Kind::Card ||
               entity.kind == Kind::Iban || entity.kind == Kind::Ip;
    });
}

/// "[email-1]": where a personal detail was.
bool hasMask(std::string_view text)
{
    for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const std::size_t close = text.find(']', open);
        if (close == std::string_view::npos) {
            return false;
        }
        const std::string_view inside = text.substr(open + 1, close - open - 1);
        const std::size_t dash = inside.rfind('-');
        const bool isNumbered = dash != std::string_view::npos && dash > 0 && dash + 1 < inside.size() &&
                                inside.find_first_not_of("0123456789", dash + 1) == std::string_view::npos;
        if (isNumbered) {
            return true;
        }
    }
    return false;
}

bool hasIdentifier(const std::vector<nlp::Token>& tokens)
{
    return std::any_of(tokens.begin(), tokens.end(), [](const nlp::Token& token) {
        const auto digits =
            std::count_if(token.text.begin(), token.text.end(), [](char c) { return c >= '0' && c <= '9'; });
        constexpr std::ptrdiff_t kDigitsOfAnId = 6;
        return token.kind == nlp::TokenKind::Identifier || digits >= kDigitsOfAnId;
    });
}

/// "it" without what it is: the answer was given to what had been said before.
bool dependsOnContext(std::string_view question, const QuestionReading& reading)
{
    if (reading.manner.points) {
        return true;
    }
    const auto content = std::count_if(reading.units.begin(), reading.units.end(), [](const Unit& unit) {
        return unit.kind != UnitKind::Question;
    });
    const bool hasIt = std::find(reading.light.begin(), reading.light.end(), "it") != reading.light.end() ||
                       reading.manner.persons.find_first_of("hst") != std::string::npos;
    constexpr std::ptrdiff_t kSaysEnough = 3;
    const std::string start = nlp::folded(question.substr(0, 12));
    const bool goesOn = start.starts_with("and ") || start.starts_with("but ") ||
                        start.starts_with("what about") || start.starts_with("how about");
    return goesOn || (hasIt && content < kSaysEnough);
}

} // namespace

std::string questionRefusal(std::string_view question,
                            const QuestionReading& reading,
                            std::span<const nlp::Entity> entities)
{
    if (hasMask(question) || namesAPerson(entities)) {
        return "personal_data";
    }
    if (namesACase(entities) || hasIdentifier(nlp::tokenize(question)) || isAboutOwnCase(reading, entities)) {
        return "case_specific";
    }
    if (question.size() > kLongestQuestion || reading.units.size() > kMostUnits) {
        return "too_long";
    }
    const bool saysSomething = std::any_of(reading.units.begin(), reading.units.end(), [](const Unit& unit) {
        return unit.kind == UnitKind::Word || unit.kind == UnitKind::Name;
    });
    if (!saysSomething) {
        return "no_question";
    }
    return dependsOnContext(question, reading) ? "depends_on_context" : std::string();
}

std::string answerRefusal(std::string_view answer)
{
    if (hasMask(answer) || !nlp::maskPii(answer).map.empty()) {
        return "personal_data";
    }
    const std::vector<nlp::Token> tokens = nlp::tokenize(answer);
    if (hasIdentifier(tokens)) {
        return "case_specific";
    }
    constexpr std::array<std::string_view, 6> kGreetings{"hi", "hello", "dear", "hey", "hallo", "liebe"};
    constexpr std::array<std::string_view, 9> kNobody{
        "there", "all", "team", "customer", "everyone", "sir", "madam", "and", "thanks"};
    const bool isAddressed =
        tokens.size() > 1 &&
        answer.substr(tokens[0].end, tokens[1].begin - tokens[0].end).find_first_not_of(", ") ==
            std::string_view::npos;
    if (isAddressed && isOneOf(tokens[0].text, kGreetings) && tokens[1].capitalized &&
        !isOneOf(tokens[1].text, kNobody)) {
        return "personal_data";
    }
    // "I have refunded it", "your order was sent": what happened to one customer.
    constexpr std::array<std::string_view, 16> kDone{"refunded",
                                                     "cancelled",
                                                     "canceled",
                                                     "reset",
                                                     "checked",
                                                     "updated",
                                                     "changed",
                                                     "issued",
                                                     "processed",
                                                     "sent",
                                                     "credited",
                                                     "extended",
                                                     "looked",
                                                     "shipped",
                                                     "resent",
                                                     "removed"};
    constexpr std::array<std::string_view, 12> kThings{"order",
                                                       "refund",
                                                       "payment",
                                                       "parcel",
                                                       "package",
                                                       "account",
                                                       "ticket",
                                                       "invoice",
                                                       "subscription",
                                                       "delivery",
                                                       "booking",
                                                       "card"};
    constexpr std::array<std::string_view, 7> kStates{"has", "was", "is", "will", "were", "had", "should"};
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
        const std::string& word = tokens[i].text;
        const bool isWe = word == "i" || word == "we" || word == "i've" || word == "we've";
        const std::size_t verb = tokens[i + 1].text == "have" || tokens[i + 1].text == "just" ? i + 2 : i + 1;
        if ((isWe && isOneOf(tokens[verb].text, kDone)) ||
            (isWe && verb + 1 < tokens.size() && isOneOf(tokens[verb + 1].text, kDone) && verb == i + 2) ||
            (word == "your" && isOneOf(tokens[i + 1].text, kThings) &&
             isOneOf(tokens[i + 2].text, kStates))) {
            return "case_specific";
        }
    }
    return {};
}

} // namespace parley::server::cache
