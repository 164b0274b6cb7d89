// SPDX-License-Identifier: MIT
#include "server/security/jwt.h"

#include "server/security/encoding.h"
#include "server/security/strict_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

namespace parley::server::security {

namespace {

/// 9999-12-31: a date beyond it is milliseconds by mistake, or an attempt to overflow.
constexpr std::int64_t kMaxNumericDate = 253'402'300'799;

tl::unexpected<Error> refused(std::string why)
{
    return fail(ErrorCode::Unauthenticated, "The access token is not valid.", "token: " + std::move(why));
}

/// Exactly three parts. Empty optional otherwise.
std::optional<std::array<std::string_view, 3>> splitToken(std::string_view token)
{
    if (std::ranges::count(token, '.') != 2) {
        return std::nullopt;
    }
    const std::size_t first = token.find('.');
    const std::size_t second = token.find('.', first + 1);
    return std::array{token.substr(0, first),
                      token.substr(first + 1, second - first - 1),
                      token.substr(second + 1)};
}

std::optional<nlohmann::json> decodeObject(std::string_view part)
{
    const auto text = base64Decode(part, Base64::Url);
    return text ? parseStrictObject(*text) : std::nullopt;
}

bool isText(const nlohmann::json& object, const char* name, std::string_view expected)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() && found->get_ref<const std::string&>() == expected;
}

/// The `kid` of an acceptable header.
std::optional<std::string> keyNameOf(const nlohmann::json& header)
{
    const auto kid = header.find("kid");
    if (header.size() != 3 || !isText(header, "alg", "RS256") || !isText(header, "typ", "JWT") ||
        kid == header.end() || !kid->is_string()) {
        return std::nullopt;
    }
    return kid->get<std::string>();
}

enum class Needed { Yes, No };

/// A whole number of seconds as milliseconds; `absent` when it may be missing and is. Empty optional: not
/// sane.
std::optional<std::int64_t>
numericDate(const nlohmann::json& claims, const char* name, Needed needed, std::int64_t absent = 0)
{
    const auto found = claims.find(name);
    if (found == claims.end()) {
        return needed == Needed::No ? std::optional(absent) : std::nullopt;
    }
    if (!found->is_number_integer()) {
        return std::nullopt;
    }
    const bool isHuge = found->is_number_unsigned() &&
                        found->get<std::uint64_t>() > static_cast<std::uint64_t>(kMaxNumericDate);
    const auto seconds = isHuge ? -1 : found->get<std::int64_t>();
    return seconds > 0 ? std::optional(seconds * 1000) : std::nullopt;
}

/// Why the dates refuse the token; empty when they do not.
std::string dateFault(const nlohmann::json& claims, std::int64_t nowMs)
{
    const auto expires = numericDate(claims, "exp", Needed::Yes);
    const auto notBefore = numericDate(claims, "nbf", Needed::No);
    const auto issued = numericDate(claims, "iat", Needed::No);
    if (!expires || !notBefore || !issued) {
        return "no sane dates";
    }
    if (nowMs >= *expires) {
        return "expired";
    }
    if (*notBefore > nowMs + kClockSkewMs || *issued > nowMs + kClockSkewMs) {
        return "not valid yet";
    }
    return *expires <= *issued ? "expires before it was issued" : "";
}

} // namespace

SigningKeys::SigningKeys(RsaKey key, std::string issuer, std::string audience)
    : m_issuer(std::move(issuer)), m_audience(std::move(audience))
{
    if (!key.canSign()) {
        throw std::logic_error("the signing key has no private half");
    }
    m_keys.store(Keys{Held{std::move(key), std::numeric_limits<std::int64_t>::max()}});
}

void SigningKeys::rotate(RsaKey next, std::int64_t keepUntilMs)
{
    if (!next.canSign()) {
        throw std::logic_error("the signing key has no private half");
    }
    const std::lock_guard lock(m_change);
    Keys keys = *m_keys.load();
    if (keys.front().key.kid() == next.kid()) {
        return;
    }
    keys.front().untilMs = keepUntilMs;
    std::erase_if(keys, [&](const Held& held) { return held.key.kid() == next.kid(); });
    keys.insert(keys.begin(), Held{std::move(next), std::numeric_limits<std::int64_t>::max()});
    m_keys.store(std::move(keys));
}

void SigningKeys::addVerification(RsaKey key, std::int64_t untilMs)
{
    const std::lock_guard lock(m_change);
    Keys keys = *m_keys.load();
    const auto isSame = [&](const Held& held) { return held.key.kid() == key.kid(); };
    const auto found = std::ranges::find_if(keys, isSame);
    if (found == keys.begin()) {
        return;
    }
    if (found != keys.end()) {
        found->untilMs = untilMs;
    } else {
        keys.push_back(Held{std::move(key), untilMs});
    }
    m_keys.store(std::move(keys));
}

void SigningKeys::dropExpired(std::int64_t nowMs)
{
    const std::lock_guard lock(m_change);
    Keys keys = *m_keys.load();
    std::erase_if(keys, [&](const Held& held) { return held.untilMs <= nowMs; });
    m_keys.store(std::move(keys));
}

std::string SigningKeys::sign(nlohmann::json claims) const
{
    const auto keys = m_keys.load();
    const RsaKey& key = keys->front().key;
    claims["iss"] = m_issuer;
    claims["aud"] = m_audience;
    const nlohmann::json header{{"alg", "RS256"}, {"kid", key.kid()}, {"typ", "JWT"}};
    std::string token = base64Encode(bytesOf(header.dump()), Base64::Url) + "." +
                        base64Encode(bytesOf(claims.dump()), Base64::Url);
    const std::string signature = key.sign(token);
    return token + "." + base64Encode(bytesOf(signature), Base64::Url);
}

Result<nlohmann::json> SigningKeys::verify(std::string_view token, std::int64_t nowMs) const
{
    const auto parts = token.size() <= kMaxTokenBytes ? splitToken(token) : std::nullopt;
    if (!parts) {
        return refused("not three parts within 8 KiB");
    }
    const auto header = decodeObject((*parts)[0]);
    const auto kid = header ? keyNameOf(*header) : std::nullopt;
    if (!kid) {
        return refused("header");
    }
    const auto keys = m_keys.load();
    const auto isNamed = [&](const Held& held) { return held.key.kid() == *kid && nowMs < held.untilMs; };
    const auto held = std::ranges::find_if(*keys, isNamed);
    if (held == keys->end()) {
        return refused("unknown key");
    }
    const auto signature = base64Decode((*parts)[2], Base64::Url);
    const std::string_view signedText = token.substr(0, (*parts)[0].size() + 1 + (*parts)[1].size());
    if (!signature || !held->key.verify(signedText, *signature)) {
        return refused("signature");
    }
    auto claims = decodeObject((*parts)[1]);
    if (!claims || !isText(*claims, "iss", m_issuer) || !isText(*claims, "aud", m_audience)) {
        return refused("issuer or audience");
    }
    if (std::string fault = dateFault(*claims, nowMs); !fault.empty()) {
        return refused(std::move(fault));
    }
    return std::move(*claims);
}

nlohmann::json SigningKeys::jwks(std::int64_t nowMs) const
{
    nlohmann::json keys = nlohmann::json::array();
    const auto inForce = m_keys.load();
    for (const Held& held : *inForce) {
        if (nowMs < held.untilMs) {
            keys.push_back(held.key.jwk());
        }
    }
    return {{"keys", std::move(keys)}};
}

std::string SigningKeys::currentKid() const
{
    return m_keys.load()->front().key.kid();
}

} // namespace parley::server::security
