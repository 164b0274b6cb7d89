// SPDX-License-Identifier: MIT
#include "server/nlp/entities/references.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestId = 40;
constexpr std::size_t kFewestDigits = 4;

std::string upper(std::string_view text)
{
    std::string value(text);
    std::transform(value.begin(), value.end(), value.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    });
    return value;
}

struct Id {
    std::string value; ///< in capitals
    std::size_t end = 0;
    std::size_t digits = 0;
    bool hasDash = false;
};

/// Letters and digits with single "-" or "_" between them.
std::optional<Id> idAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    Id id;
    while (end < text.size() && end - at < kLongestId) {
        const bool isJoint =
            (text[end] == '-' || text[end] == '_') && end > at && isAsciiAlnum(charAt(text, end + 1));
        if (!isAsciiAlnum(text[end]) && !isJoint) {
            break;
        }
        id.digits += isAsciiDigit(text[end]) ? 1U : 0U;
        id.hasDash = id.hasDash || isJoint;
        ++end;
    }
    if (id.digits == 0 || !isWordEnd(text, end) || charAt(text, end) == '@') {
        return std::nullopt;
    }
    id.value = upper(text.substr(at, end - at));
    id.end = end;
    return id;
}

/// "TKT-123", "TKT123", "#TKT-123", but not "TKTS-1".
bool hasPrefix(const std::string& value, std::string_view prefix)
{
    if (prefix.empty() || !value.starts_with(upper(prefix)) || value.size() == prefix.size()) {
        return false;
    }
    const char next = value[prefix.size()];
    return isAsciiDigit(next) || next == '-' || next == '_' || prefix.ends_with('-');
}

bool isOrderWord(std::string_view word)
{
    return isOneOf(word,
                   {"order",
                    "orders",
                    "purchase",
                    "bestellung",
                    "bestellnummer",
                    "auftrag",
                    "auftragsnummer",
                    "bestellnr",
                    "pedido",
                    "orden",
                    "commande",
                    "ordernumber"});
}

bool isTicketWord(std::string_view word)
{
    return isOneOf(word,
                   {"ticket",
                    "tickets",
                    "case",
                    "ticketnummer",
                    "vorgang",
                    "vorgangsnummer",
                    "anfrage",
                    "incidencia",
                    "dossier",
                    "caso",
                    "ticketnumber",
                    "fall"});
}

bool isOtherWord(std::string_view word)
{
    return isOneOf(word, {"invoice",      "tracking",        "reference",   "ref",      "shipment",
                          "rechnung",     "rechnungsnummer", "factura",     "facture",  "transaction",
                          "booking",      "reservation",     "workspace",   "customer", "serial",
                          "kundennummer", "sendungsnummer",  "seguimiento", "suivi",    "buchung",
                          "account",      "contract"});
}

/// Words that stand between "order" and its number.
bool isFiller(std::string_view word)
{
    return isOneOf(word, {"number", "no",   "nr",  "id",     "is",  "nummer", "num", "numero",
                          "es",     "est",  "ist", "lautet", "n",   "code",   "mit", "der",
                          "de",     "with", "the", "my",     "ids", "numbers"});
}

/// What the words before say that a number is.
std::optional<EntityKind> namedKind(std::string_view text, std::size_t at)
{
    for (const std::string& word : wordsBefore(text, at)) {
        if (isOrderWord(word)) {
            return EntityKind::OrderId;
        }
        if (isTicketWord(word)) {
            return EntityKind::TicketId;
        }
        if (isOtherWord(word)) {
            return EntityKind::Reference;
        }
        if (!isFiller(word)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// "INV-2026-00487", but not "UTF-8", "COVID-19" or "ISO-27001".
bool hasShapeOfReference(const Id& id, std::string_view written)
{
    const std::size_t letters = static_cast<std::size_t>(
        std::find_if_not(written.begin(), written.end(), isAsciiUpper) - written.begin());
    const std::string_view prefix = written.substr(0, letters);
    const bool isStandard =
        isOneOf(prefix, {"ISO", "DIN", "RFC", "UTF", "SHA", "CVE", "EN", "IEC", "IEEE", "RTX", "GTX"});
    return letters >= 2 && letters <= 8 && id.hasDash && charAt(written, letters) == '-' &&
           isAsciiDigit(charAt(written, letters + 1)) && id.digits >= 3 && !isStandard;
}

} // namespace

std::optional<FoundReference> referenceAt(std::string_view text, std::size_t at, const EntityLists& lists)
{
    const bool isMarked = charAt(text, at) == '#';
    const std::size_t first = isMarked ? at + 1 : at;
    if (!isAsciiAlnum(charAt(text, first)) || (!isMarked && at > 0 && text[at - 1] == '/')) {
        return std::nullopt;
    }
    auto id = idAt(text, first);
    if (!id) {
        return std::nullopt;
    }
    const auto found = [&](EntityKind kind) { return FoundReference{kind, Found{at, id->end, id->value}}; };
    if (hasPrefix(id->value, lists.ticketPrefix) ||
        (lists.ticketPrefix.empty() && hasPrefix(id->value, "TKT-"))) {
        return found(EntityKind::TicketId);
    }
    for (const std::string& prefix : lists.orderPrefixes) {
        if (hasPrefix(id->value, prefix)) {
            return found(EntityKind::OrderId);
        }
    }
    if (hasPrefix(id->value, "ORD-")) {
        return found(EntityKind::OrderId);
    }
    const bool isLong =
        id->digits >= kFewestDigits || (isMarked && id->digits >= 1) || (id->hasDash && id->digits >= 3);
    if (isLong) {
        if (const auto kind = namedKind(text, at)) {
            return found(*kind);
        }
    }
    const std::string_view written = text.substr(first, id->end - first);
    if (hasShapeOfReference(*id, written) || (isMarked && id->digits >= kFewestDigits)) {
        return found(EntityKind::Reference);
    }
    return std::nullopt;
}

} // namespace parley::server::nlp
