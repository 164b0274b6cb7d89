// SPDX-License-Identifier: MIT
#include "server/nlp/entities/pii.h"

#include "server/nlp/code_points.h"
#include "server/nlp/entities/amounts.h"
#include "server/nlp/entities/contacts.h"
#include "server/nlp/entities/dates.h"
#include "server/nlp/entities/money_numbers.h"
#include "server/nlp/entities/national_ids.h"
#include "server/nlp/entities/references.h"
#include "server/nlp/entities/secrets.h"
#include "server/nlp/entities/street_address.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestKind = 12;
constexpr std::size_t kLongestNumber = 6;

struct Placeholder {
    std::string_view kind;
    int number = 0;
    std::size_t end = 0;
};

/// "[email-1]": small letters, a dash and a number in brackets.
std::optional<Placeholder> placeholderAt(std::string_view text, std::size_t at)
{
    if (charAt(text, at) != '[') {
        return std::nullopt;
    }
    std::size_t i = at + 1;
    while (i < text.size() && i - at <= kLongestKind && text[i] >= 'a' && text[i] <= 'z') {
        ++i;
    }
    const std::size_t digits = digitsAt(text, i + 1, kLongestNumber);
    if (i == at + 1 || charAt(text, i) != '-' || digits == 0 || charAt(text, i + 1 + digits) != ']') {
        return std::nullopt;
    }
    Placeholder placeholder{text.substr(at + 1, i - at - 1), 0, i + digits + 2};
    std::from_chars(text.data() + i + 1, text.data() + i + 1 + digits, placeholder.number);
    return placeholder;
}

struct Detail {
    std::string_view kind;
    Found found;
};

std::optional<Detail> detail(std::string_view kind, MaybeFound&& found)
{
    return found ? std::optional(Detail{kind, *std::move(found)}) : std::nullopt;
}

bool isBirthDate(std::string_view text, std::size_t at)
{
    const auto before = wordsBefore(text, at);
    return std::any_of(before.begin(), before.end(), [](const std::string& word) {
        return isOneOf(word,
                       {"born",
                        "dob",
                        "birth",
                        "birthday",
                        "birthdate",
                        "geboren",
                        "geburtsdatum",
                        "geburtstag",
                        "nacido",
                        "nacida",
                        "nacimiento",
                        "nacimento",
                        "naissance",
                        "ne",
                        "nee",
                        "nacio"});
    });
}

std::optional<Detail> birthDateAt(std::string_view text, std::size_t at)
{
    using namespace std::chrono;
    MaybeFound date = numericDateAt(text, at, DateOrder::DayFirst);
    if (!date) {
        date = namedDateAt(text, at, year_month_day(year{2000}, month{1}, day{1}));
    }
    return date && isBirthDate(text, at) ? detail("birthdate", std::move(date)) : std::nullopt;
}

/// Details of letters and digits, by certainty.
std::optional<Detail> wordDetailAt(std::string_view text, std::size_t at)
{
    if (auto found = detail("email", emailAt(text, at))) {
        return found;
    }
    if (auto found = detail("secret", shapedSecretAt(text, at))) {
        return found;
    }
    if (isAsciiLetter(text[at])) {
        if (auto found = detail("iban", ibanAt(text, at))) {
            return found;
        }
        if (auto found = detail("id", nationalIdAt(text, at))) {
            return found;
        }
        if (auto found = birthDateAt(text, at)) {
            return found;
        }
        if (auto found = detail("address", streetAddressAt(text, at))) {
            return found;
        }
        return detail("ip", ipAt(text, at));
    }
    if (auto found = detail("card", cardAt(text, at))) {
        return found;
    }
    if (auto found = detail("ip", ipAt(text, at))) {
        return found;
    }
    if (auto found = birthDateAt(text, at)) {
        return found;
    }
    if (auto found = detail("id", nationalIdAt(text, at))) {
        return found;
    }
    return detail("address", streetAddressAt(text, at));
}

/// Behind what looks like a number of a person but is none: a date, an amount, an id of an order.
std::size_t harmlessEnd(std::string_view text, std::size_t at)
{
    static const EntityLists kNoLists;
    if (const auto date = numericDateAt(text, at, DateOrder::DayFirst)) {
        return date->end;
    }
    if (const auto amount = amountAt(text, at)) {
        return amount->end;
    }
    if (const auto reference = referenceAt(text, at, kNoLists)) {
        return reference->found.end;
    }
    return at;
}

/// Writes the masked text.
class Masker {
public:
    Masker(std::string_view text, const std::vector<MaskedDetail>& known) : m_text(text)
    {
        m_masked.map = known;
        for (const MaskedDetail& one : known) {
            m_placeholders.emplace(one.original, one.placeholder);
            count(one.placeholder);
        }
        for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
            count(text.substr(at));
        }
    }

    Masked run()
    {
        std::size_t copied = 0;
        for (std::size_t at = 0; at < m_text.size();) {
            if (const auto placeholder = placeholderAt(m_text, at)) {
                at = placeholder->end;
                continue;
            }
            if (const auto found = foundAt(at)) {
                const std::size_t begin = found->found.begin;
                m_masked.text += m_text.substr(copied, begin - copied);
                m_masked.text += placeholderOf(found->kind, m_text.substr(begin, found->found.end - begin));
                at = copied = found->found.end;
                continue;
            }
            at = m_next > at ? m_next : next(at);
        }
        m_masked.text += m_text.substr(copied);
        return std::move(m_masked);
    }

private:
    [[nodiscard]] std::size_t next(std::size_t at) const
    {
        static_cast<void>(decodeAt(m_text, at));
        return at;
    }

    /// What begins at a place; sets `m_next` behind what is to be left alone.
    std::optional<Detail> foundAt(std::size_t at)
    {
        m_next = at;
        const char c = m_text[at];
        const bool isWord = isAsciiAlnum(c);
        const bool isMultibyte = static_cast<unsigned char>(c) >= 0x80;
        if ((isWord || isMultibyte) && !isWordStart(m_text, at)) {
            return std::nullopt;
        }
        if (isWord) {
            if (auto found = wordDetailAt(m_text, at)) {
                return found;
            }
        } else if (c == '-') {
            return detail("secret", shapedSecretAt(m_text, at));
        } else if (isMultibyte) {
            return detail("address", streetAddressAt(m_text, at));
        }
        if (isAsciiLetter(c)) {
            if (auto found = detail("secret", namedSecretAt(m_text, at))) {
                return found;
            }
        }
        if (isWord || c == '#' || c == '$') {
            m_next = harmlessEnd(m_text, at);
        }
        return m_next == at && (isAsciiDigit(c) || c == '+' || c == '(')
                   ? detail("phone", phoneAt(m_text, at))
                   : std::nullopt;
    }

    void count(std::string_view text)
    {
        if (const auto placeholder = placeholderAt(text, 0)) {
            int& highest = m_counts[std::string(placeholder->kind)];
            highest = std::max(highest, placeholder->number);
        }
    }

    const std::string& placeholderOf(std::string_view kind, std::string_view original)
    {
        auto found = m_placeholders.find(original);
        if (found == m_placeholders.end()) {
            const int number = ++m_counts[std::string(kind)];
            std::string placeholder = "[" + std::string(kind) + "-" + std::to_string(number) + "]";
            m_masked.map.push_back({placeholder, std::string(original)});
            found = m_placeholders.emplace(std::string(original), std::move(placeholder)).first;
        }
        return found->second;
    }

    std::string_view m_text;
    Masked m_masked;
    std::map<std::string, std::string, std::less<>> m_placeholders;
    std::map<std::string, int, std::less<>> m_counts;
    std::size_t m_next = 0;
};

} // namespace

Masked maskPii(std::string_view text)
{
    return Masker(text, {}).run();
}

Masked maskPii(std::string_view text, const std::vector<MaskedDetail>& known)
{
    return Masker(text, known).run();
}

std::string unmaskPii(std::string_view text, const std::vector<MaskedDetail>& map)
{
    std::map<std::string_view, std::string_view> originals;
    for (const MaskedDetail& one : map) {
        originals.emplace(one.placeholder, one.original);
    }
    std::string whole;
    for (std::size_t at = 0; at < text.size();) {
        const auto placeholder = placeholderAt(text, at);
        const auto found =
            placeholder ? originals.find(text.substr(at, placeholder->end - at)) : originals.end();
        if (found != originals.end()) {
            whole += found->second;
            at = placeholder->end;
        } else {
            whole += text[at++];
        }
    }
    return whole;
}

} // namespace parley::server::nlp
