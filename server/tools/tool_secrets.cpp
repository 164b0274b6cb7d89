// SPDX-License-Identifier: MIT
#include "server/tools/tool_secrets.h"

#include "server/security/secret.h"
#include "server/tools/text_template.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>

namespace parley::server::tools {

namespace {

using nlohmann::json;

/// Shorter ones would be found in innocent texts.
constexpr std::size_t kLeastScrubbed = 6;

/// "Bearer {secret.token}" says nothing; "Bearer abc" does.
bool isOnlyPlaces(const std::string& text)
{
    const TextTemplate shape(text);
    std::string rest;
    for (const auto& part : shape.parts()) {
        rest += part.isPlace ? "" : asciiLower(part.text);
    }
    const std::string_view left = trimmed(rest);
    constexpr std::array<std::string_view, 5> kSchemes{"", "bearer", "basic", "token", "apikey"};
    return std::find(kSchemes.begin(), kSchemes.end(), left) != kSchemes.end();
}

std::string escaped(const std::string& name)
{
    std::string out;
    for (const char c : name) {
        out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return out;
}

class Splitter {
public:
    Splitter(const json& before, SplitConfig& out) : m_before(before), m_out(out) {}

    void walk(json& value, const std::string& pointer, bool isAllSecret)
    {
        if (!value.is_structured()) {
            return;
        }
        std::size_t index = 0;
        for (auto& [name, child] : value.items()) {
            const std::string at =
                pointer + "/" + (value.is_array() ? std::to_string(index++) : escaped(name));
            const bool isNamed = value.is_object() && soundsSecret(name);
            if (child.is_string() && (isAllSecret || isNamed)) {
                take(child, at, isAllSecret);
            } else {
                walk(child, at, isAllSecret);
            }
        }
    }

    [[nodiscard]] const std::vector<FieldError>& faults() const { return m_faults; }

private:
    void take(json& value, const std::string& at, bool isAlways)
    {
        const std::string text = value.get<std::string>();
        if (text.empty() || (!isAlways && isOnlyPlaces(text))) {
            return;
        }
        if (text == security::kRedacted) {
            if (!m_before.contains(at)) {
                m_faults.push_back(
                    {"config" + dotted(at), "has no secret yet that the mask could stand for"});
                return;
            }
            m_out.secrets[at] = m_before[at];
            m_out.keepsSecrets = true;
            return;
        }
        m_out.secrets[at] = text;
        value = security::kRedacted;
    }

    static std::string dotted(std::string at)
    {
        std::replace(at.begin(), at.end(), '/', '.');
        return at;
    }

    const json& m_before;
    SplitConfig& m_out;
    std::vector<FieldError> m_faults;
};

void scrub(std::string& text, const std::string& secret)
{
    for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
        text.replace(at, secret.size(), security::kRedacted);
        at += security::kRedacted.size();
    }
}

void scrubAll(json& value, const std::vector<std::string>& secrets)
{
    if (value.is_string()) {
        for (const std::string& secret : secrets) {
            scrub(value.get_ref<std::string&>(), secret);
        }
        return;
    }
    if (value.is_structured()) {
        for (json& child : value) {
            scrubAll(child, secrets);
        }
    }
}

} // namespace

bool soundsSecret(std::string_view name)
{
    constexpr std::array<std::string_view, 14> kParts{"authorization",
                                                      "cookie",
                                                      "token",
                                                      "secret",
                                                      "password",
                                                      "passwd",
                                                      "api-key",
                                                      "apikey",
                                                      "api_key",
                                                      "access-key",
                                                      "access_key",
                                                      "x-auth",
                                                      "signature",
                                                      "credential"};
    constexpr std::array<std::string_view, 5> kNames{"key", "auth", "sig", "pwd", "x-key"};
    const std::string lower = asciiLower(name);
    return std::find(kNames.begin(), kNames.end(), lower) != kNames.end() ||
           std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) {
               return lower.find(part) != std::string::npos;
           });
}

Result<SplitConfig> splitSecrets(const json& config, const json& before)
{
    SplitConfig out;
    out.shown = config;
    Splitter splitter(before, out);
    for (const char* section : {"headers", "query", "body", "secrets"}) {
        if (out.shown.contains(section)) {
            splitter.walk(out.shown[section],
                          std::string("/") + section,
                          std::string_view(section) == "secrets");
        }
    }
    if (!splitter.faults().empty()) {
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.message = "The tool's config has masks without secrets.";
        error.fields = splitter.faults();
        return fail(std::move(error));
    }
    return out;
}

json joinSecrets(json shown, const json& secrets)
{
    for (const auto& [pointer, text] : secrets.items()) {
        const json::json_pointer at(pointer);
        if (shown.contains(at)) {
            shown[at] = text;
        }
    }
    return shown;
}

json withoutSecrets(json value, const json& secrets)
{
    std::vector<std::string> texts;
    for (const json& secret : secrets) {
        std::string text = secret.get<std::string>();
        // A server sends the key back without the scheme that went before it.
        const std::size_t space = text.rfind(' ');
        if (space != std::string::npos && text.size() - space > kLeastScrubbed) {
            texts.push_back(text.substr(space + 1));
        }
        if (text.size() >= kLeastScrubbed) {
            texts.push_back(std::move(text));
        }
    }
    std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    scrubAll(value, texts);
    return value;
}

} // namespace parley::server::tools
