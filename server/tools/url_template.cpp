// SPDX-License-Identifier: MIT
#include "server/tools/url_template.h"

#include "server/net/http_url.h"

#include <algorithm>
#include <cctype>

namespace parley::server::tools {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxUrl = 4'000;

bool isUnreserved(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_' || c == '~';
}

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

/// A segment as a server may read it that decodes before it splits: "%2e%2E" too.
bool isDots(std::string_view segment)
{
    std::string plain;
    for (std::size_t i = 0; i < segment.size(); ++i) {
        const bool isEncodedDot = segment.size() - i >= 3 && segment[i] == '%' && segment[i + 1] == '2' &&
                                  (segment[i + 2] == 'e' || segment[i + 2] == 'E');
        plain.push_back(isEncodedDot ? '.' : segment[i]);
        i += isEncodedDot ? 2 : 0;
    }
    return plain == "." || plain == "..";
}

bool hasDotSegment(std::string_view path)
{
    std::size_t from = 0;
    while (from <= path.size()) {
        const std::size_t end = std::min(path.find('/', from), path.size());
        if (isDots(path.substr(from, end - from))) {
            return true;
        }
        from = end + 1;
    }
    return false;
}

tl::unexpected<Error> wrong(const std::string& what)
{
    return fail(ErrorCode::InvalidArgument, what);
}

} // namespace

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c)) {
            out.push_back(c);
        } else {
            out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
        }
    }
    return out;
}

Result<UrlTemplate> UrlTemplate::parse(std::string_view text)
{
    if (text.size() > kMaxUrl || text.find('#') != std::string_view::npos) {
        return wrong("must have at most 4000 characters and no fragment (#)");
    }
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos) {
        return wrong("must begin with http:// or https://");
    }
    const std::size_t pathAt = std::min(text.find_first_of("/?", scheme + 3), text.size());
    const std::string_view base = text.substr(0, pathAt);
    if (base.find_first_of("{}") != std::string_view::npos) {
        return wrong(
            "must not have places in scheme, host or port: whoever fills them would choose the server");
    }
    const std::size_t queryAt = text.find('?', pathAt);
    const std::string_view path = text.substr(pathAt, std::min(queryAt, text.size()) - pathAt);
    const std::string_view query = queryAt == text.npos ? std::string_view() : text.substr(queryAt + 1);
    UrlTemplate url{std::string(base), TextTemplate(path), TextTemplate(query)};
    url.m_hasQuery = queryAt != text.npos;
    std::string sample(base);
    for (const auto& part : url.m_path.parts()) {
        sample += part.isPlace ? "x" : part.text;
        if (!part.isPlace && part.text.find_first_of("{}") != std::string::npos) {
            return wrong("has braces that name no input, such as {order_id}");
        }
    }
    if (hasDotSegment(sample.substr(base.size()))) {
        return wrong("must not have . or .. as a segment of its path");
    }
    sample += url.m_hasQuery ? "?" : "";
    for (const auto& part : url.m_query.parts()) {
        sample += part.isPlace ? "x" : part.text;
        if (!part.isPlace && part.text.find_first_of("{}") != std::string::npos) {
            return wrong("has braces that name no input, such as {order_id}");
        }
    }
    auto parsed = net::parseHttpUrl(sample, net::Trust::Guarded);
    if (!parsed) {
        return fail(std::move(parsed).error());
    }
    url.m_origin = parsed->origin();
    return url;
}

std::vector<std::string> UrlTemplate::places() const
{
    std::vector<std::string> all = m_path.places();
    for (std::string& place : m_query.places()) {
        all.push_back(std::move(place));
    }
    return all;
}

Result<std::string> UrlTemplate::filledPath(const TemplateValues& values) const
{
    std::string path;
    std::string last;
    for (const auto& part : m_path.parts()) {
        if (!part.isPlace) {
            path += part.text;
            continue;
        }
        const json* value = values.find(part.text);
        if (value == nullptr) {
            return failField(placeField(part.text), "is required");
        }
        auto text = scalarText(part.text, *value);
        if (!text) {
            return text;
        }
        // Encoded they would be harmless to us, but not to a server that decodes before it splits the path.
        if (text->empty() || hasControl(*text) || text->find_first_of("/\\") != std::string::npos) {
            return failField(placeField(part.text),
                             "must not be empty or hold slashes or control characters");
        }
        path += percentEncoded(*text);
        last = part.text;
    }
    if (hasDotSegment(path)) {
        return failField(placeField(last), "must not be . or ..");
    }
    return path;
}

Result<std::string> UrlTemplate::fill(const TemplateValues& values, const json& query) const
{
    auto path = filledPath(values);
    if (!path) {
        return path;
    }
    std::string url = m_base + *path;
    std::string sent;
    for (const auto& part : m_query.parts()) {
        if (!part.isPlace) {
            sent += part.text;
            continue;
        }
        const json* value = values.find(part.text);
        auto text = value == nullptr ? Result<std::string>(std::string()) : scalarText(part.text, *value);
        if (!text) {
            return text;
        }
        sent += percentEncoded(*text);
    }
    for (const auto& [name, shape] : query.items()) {
        const TextTemplate value(shape.get<std::string>());
        if (!value.onlyPlace().empty() && values.find(value.onlyPlace()) == nullptr) {
            continue;
        }
        auto text = value.fill(values);
        if (!text) {
            return text;
        }
        sent += (sent.empty() ? "" : "&") + percentEncoded(name) + "=" + percentEncoded(*text);
    }
    return m_hasQuery || !sent.empty() ? url + "?" + sent : url;
}

} // namespace parley::server::tools
