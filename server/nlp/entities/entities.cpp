// SPDX-License-Identifier: MIT
#include "server/nlp/entities/entities.h"

#include "server/nlp/code_points.h"
#include "server/nlp/entities/amounts.h"
#include "server/nlp/entities/contacts.h"
#include "server/nlp/entities/dates.h"
#include "server/nlp/entities/money_numbers.h"
#include "server/nlp/entities/references.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < name.size();) {
        std::size_t end = at;
        std::string word = wordAt(name, at, end);
        if (end > at) {
            words.push_back(std::move(word));
            at = end;
        } else {
            static_cast<void>(decodeAt(name, at));
        }
    }
    return words;
}

/// Behind the words of a product's name at a place, apart by spaces or "-"; npos where it is not there.
std::size_t endOfName(std::string_view text, std::size_t at, const std::vector<std::string>& words)
{
    std::size_t end = at;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t begin = i == 0 ? at : skipSpaces(text, end);
        begin += i > 0 && begin == end && charAt(text, begin) == '-' ? 1U : 0U;
        std::size_t after = begin;
        if ((i > 0 && begin == end) || wordAt(text, begin, after) != words[i]) {
            return std::string_view::npos;
        }
        end = after;
    }
    return end;
}

struct Kinded {
    EntityKind kind;
    Found found;
};

std::optional<Kinded> kinded(EntityKind kind, MaybeFound&& found)
{
    return found ? std::optional(Kinded{kind, *std::move(found)}) : std::nullopt;
}

/// What a digit or "+", "(" begins.
std::optional<Kinded> numberAt(std::string_view text, std::size_t at, const EntityLists& lists)
{
    if (auto found = kinded(EntityKind::Card, cardAt(text, at))) {
        return found;
    }
    if (auto found = kinded(EntityKind::Ip, ipAt(text, at))) {
        return found;
    }
    if (auto found = kinded(EntityKind::Date, numericDateAt(text, at, lists.dateOrder))) {
        return found;
    }
    return kinded(EntityKind::Amount, amountAt(text, at));
}

/// Everything but products, in the order of certainty.
std::optional<Kinded>
fixedAt(std::string_view text, std::size_t at, const EntityLists& lists, std::chrono::year_month_day today)
{
    const char c = text[at];
    const bool isDigit = isAsciiDigit(c);
    const bool isLetter = isAsciiLetter(c);
    if (isDigit || isLetter) {
        if (auto found = kinded(EntityKind::Email, emailAt(text, at))) {
            return found;
        }
        if (auto found = kinded(EntityKind::Url, urlAt(text, at))) {
            return found;
        }
    }
    if (isLetter) {
        if (auto found = kinded(EntityKind::Iban, ibanAt(text, at))) {
            return found;
        }
    }
    if (isDigit) {
        if (auto found = numberAt(text, at, lists)) {
            return found;
        }
    } else if (auto found = kinded(EntityKind::Amount, amountAt(text, at))) {
        return found;
    }
    if (auto found = kinded(EntityKind::Date, namedDateAt(text, at, today))) {
        return found;
    }
    if (auto found = kinded(EntityKind::Date, relativeDateAt(text, at, today))) {
        return found;
    }
    if (auto found = referenceAt(text, at, lists)) {
        return Kinded{found->kind, std::move(found->found)};
    }
    if (auto found = kinded(EntityKind::Phone, phoneAt(text, at))) {
        return found;
    }
    return isLetter ? kinded(EntityKind::Ip, ipAt(text, at)) : std::nullopt;
}

} // namespace

std::string_view entityKindName(EntityKind kind)
{
    constexpr std::array<std::string_view, 12> kNames{"order_id",
                                                      "ticket_id",
                                                      "reference",
                                                      "email",
                                                      "phone",
                                                      "amount",
                                                      "date",
                                                      "url",
                                                      "card",
                                                      "iban",
                                                      "ip",
                                                      "product"};
    return kNames[static_cast<std::size_t>(kind)];
}

EntityFinder::EntityFinder(EntityLists lists) : m_lists(std::move(lists))
{
    for (const std::string& product : m_lists.products) {
        m_productWords.push_back(wordsOf(product));
        if (!m_productWords.back().empty()) {
            m_productsByWord[m_productWords.back().front()].push_back(m_productWords.size() - 1);
        }
    }
    for (auto& [word, places] : m_productsByWord) {
        std::stable_sort(places.begin(), places.end(), [this](std::size_t a, std::size_t b) {
            return m_productWords[a].size() > m_productWords[b].size();
        });
    }
}

std::vector<Entity> EntityFinder::find(std::string_view text, std::int64_t nowMs) const
{
    using namespace std::chrono;
    const year_month_day today(floor<days>(sys_time<milliseconds>(milliseconds(nowMs))));
    std::vector<Entity> entities;
    const auto add = [&](EntityKind kind, std::size_t begin, std::size_t end, std::string value) {
        entities.push_back(
            {kind, begin, end, std::string(text.substr(begin, end - begin)), std::move(value)});
    };
    for (std::size_t at = 0; at < text.size();) {
        if (isWordByte(text[at]) && !isWordStart(text, at)) {
            static_cast<void>(decodeAt(text, at));
            continue;
        }
        if (!m_productsByWord.empty()) {
            std::size_t end = at;
            const auto products = m_productsByWord.find(wordAt(text, at, end));
            const std::size_t before = at;
            if (products != m_productsByWord.end()) {
                for (const std::size_t product : products->second) {
                    end = endOfName(text, at, m_productWords[product]);
                    if (end != std::string_view::npos && isWordEnd(text, end)) {
                        add(EntityKind::Product, at, end, m_lists.products[product]);
                        at = end;
                        break;
                    }
                }
            }
            if (at != before) {
                continue;
            }
        }
        if (auto found = fixedAt(text, at, m_lists, today)) {
            add(found->kind, found->found.begin, found->found.end, std::move(found->found.value));
            at = found->found.end;
            continue;
        }
        static_cast<void>(decodeAt(text, at));
    }
    return entities;
}

std::vector<Entity> findEntities(std::string_view text, const EntityLists& lists, std::int64_t nowMs)
{
    return EntityFinder(lists).find(text, nowMs);
}

} // namespace parley::server::nlp
