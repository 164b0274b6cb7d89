// SPDX-License-Identifier: MIT
#include "server/tools/tool_config.h"

#include "server/net/http_message.h"
#include "server/net/http_url.h"
#include "server/tools/builtins/builtin.h"
#include "server/tools/json_path.h"
#include "server/tools/text_template.h"
#include "server/tools/tool_secrets.h"
#include "server/tools/url_template.h"

#include <algorithm>
#include <array>
#include <functional>

namespace parley::server::tools {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> kKinds{"http", "rag", "builtin", "mcp"};
constexpr std::array<std::string_view, 6> kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
constexpr std::size_t kMaxEntries = 50;
constexpr std::size_t kMaxText = 4'000;
constexpr std::int64_t kDefaultTimeoutMs = 10'000;

/// Reads one config and keeps every fault.
class ConfigReader {
public:
    explicit ConfigReader(const json& config) : m_config(config) {}

    void fault(const std::string& field, std::string message)
    {
        m_faults.push_back({"config." + field, std::move(message)});
    }

    [[nodiscard]] bool has(const char* field) const { return m_config.contains(field); }

    std::string text(const char* field, std::size_t most = kMaxText)
    {
        if (!has(field)) {
            return {};
        }
        const json& value = m_config[field];
        if (!value.is_string() || value.get_ref<const std::string&>().size() > most) {
            fault(field, "must be a text of at most " + std::to_string(most) + " bytes");
            return {};
        }
        return value.get<std::string>();
    }

    void number(const char* field, std::int64_t least, std::int64_t most)
    {
        const bool isFine = !has(field) || (m_config[field].is_number_integer() &&
                                            m_config[field].get<std::int64_t>() >= least &&
                                            m_config[field].get<std::int64_t>() <= most);
        if (!isFine) {
            fault(field,
                  "must be a whole number of " + std::to_string(least) + " to " + std::to_string(most));
        }
    }

    void flag(const char* field)
    {
        if (has(field) && !m_config[field].is_boolean()) {
            fault(field, "must be true or false");
        }
    }

    /// An object of texts; its entries are given to `check(name, value)`, which returns what is wrong.
    using Check = std::function<std::string(const std::string& name, const std::string& value)>;
    void texts(const char* field, const Check& check)
    {
        if (!has(field)) {
            return;
        }
        const json& values = m_config[field];
        if (!values.is_object() || values.size() > kMaxEntries) {
            fault(field, "must be an object of at most 50 texts");
            return;
        }
        for (const auto& [name, value] : values.items()) {
            const bool isText = value.is_string() && value.get_ref<const std::string&>().size() <= kMaxText;
            const std::string wrong = isText ? check(name, value.get<std::string>())
                                             : std::string("must be a text of at most 4000 bytes");
            if (!wrong.empty()) {
                fault(std::string(field) + "." + name, wrong);
            }
        }
    }

    void list(const char* field, std::size_t most)
    {
        const bool isFine =
            !has(field) || (m_config[field].is_array() && m_config[field].size() <= most &&
                            std::all_of(m_config[field].begin(), m_config[field].end(), [](const json& each) {
                                return each.is_string();
                            }));
        if (!isFine) {
            fault(field, "must be a list of at most " + std::to_string(most) + " texts");
        }
    }

    void only(std::initializer_list<std::string_view> known)
    {
        for (const auto& [name, value] : m_config.items()) {
            if (name == "command" || name == "args") {
                fault(name,
                      "a command cannot be given over the API; the operator declares it as "
                      "mcp.servers.<name> in "
                      "the daemon's configuration file, and config.server names it");
            } else if (std::find(known.begin(), known.end(), name) == known.end()) {
                std::string all;
                for (const std::string_view each : known) {
                    all += (all.empty() ? "" : ", ") + std::string(each);
                }
                fault(name, "is unknown; known are " + all);
            }
        }
    }

    Result<ConfigTraits> finish(ConfigTraits traits)
    {
        if (m_faults.empty()) {
            return traits;
        }
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.message = m_faults.front().field + ": " + m_faults.front().message;
        error.fields = std::move(m_faults);
        return fail(std::move(error));
    }

    const json& m_config;

private:
    std::vector<FieldError> m_faults;
};

bool isPlainName(std::string_view name)
{
    return !name.empty() && name.size() <= 60 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

void checkHeaders(ConfigReader& config)
{
    config.texts("headers", [](const std::string& name, const std::string& value) -> std::string {
        net::HttpRequest request;
        request.headers.emplace_back(name, value);
        const auto checked = net::checkRequest(request);
        return checked ? std::string() : checked.error().message;
    });
    config.texts("secrets", [](const std::string& name, const std::string&) {
        return isPlainName(name) ? std::string()
                                 : std::string("must have a name of letters, digits, _ and -");
    });
}

/// Places of secrets that are not there, and whether the customer is named.
bool checkPlaces(ConfigReader& config, const std::vector<std::string>& places)
{
    constexpr std::array<std::string_view, 6> kCustomer{"id", "user_id", "email", "phone", "name", "plan"};
    bool isPersonal = false;
    for (const std::string& place : places) {
        if (place.starts_with("secret.")) {
            const std::string name = place.substr(7);
            const bool isThere = config.has("secrets") && config.m_config["secrets"].is_object() &&
                                 config.m_config["secrets"].contains(name);
            if (!isThere) {
                config.fault("secrets." + name, "is named by a template and not given");
            }
        } else if (place.starts_with("customer.")) {
            isPersonal = true;
            if (std::find(kCustomer.begin(), kCustomer.end(), std::string_view(place).substr(9)) ==
                kCustomer.end()) {
                config.fault("url", "names " + place + "; known are id, user_id, email, phone, name, plan");
            }
        }
    }
    return isPersonal;
}

std::string wrongQueryOf(const std::string& url)
{
    const std::size_t query = url.find('?');
    std::size_t from = query == std::string::npos ? url.size() : query + 1;
    while (from < url.size()) {
        const std::size_t end = std::min(url.find('&', from), url.size());
        const std::string pair = url.substr(from, end - from);
        const std::size_t equals = pair.find('=');
        const bool isLiteral =
            equals != std::string::npos && equals + 1 < pair.size() && pair[equals + 1] != '{';
        if (isLiteral && soundsSecret(pair.substr(0, equals))) {
            return "must not hold a secret: put " + pair.substr(0, equals) + " into config.query";
        }
        from = end + 1;
    }
    return {};
}

Result<ConfigTraits> checkedHttp(const json& json_)
{
    ConfigReader config(json_);
    ConfigTraits traits;
    config.only({"url",
                 "method",
                 "headers",
                 "query",
                 "body",
                 "secrets",
                 "result",
                 "timeout_ms",
                 "max_redirects",
                 "idempotent"});
    const std::string method = config.has("method") ? config.text("method", 10) : "GET";
    if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) {
        config.fault("method", "must be GET, HEAD, POST, PUT, PATCH or DELETE");
    }
    traits.isWrite = method != "GET" && method != "HEAD";
    std::vector<std::string> places;
    const std::string address = config.text("url");
    auto url = UrlTemplate::parse(address);
    if (!url) {
        config.fault("url", url.error().message);
    } else {
        traits.origin = url->origin();
        places = url->places();
        if (const std::string wrong = wrongQueryOf(address); !wrong.empty()) {
            config.fault("url", wrong);
        }
    }
    checkHeaders(config);
    config.texts("query", [](const std::string& name, const std::string&) {
        return name.empty() ? std::string("must have a name") : std::string();
    });
    for (const char* section : {"headers", "query", "body"}) {
        if (config.has(section)) {
            const auto more = placesOf(json_[section]);
            places.insert(places.end(), more.begin(), more.end());
        }
    }
    if (config.has("body") && (!traits.isWrite || json_["body"].dump().size() > 16U << 10U)) {
        config.fault("body", "must have at most 16 KiB and go with POST, PUT, PATCH or DELETE");
    }
    if (config.has("result")) {
        if (auto path = JsonPath::parse(config.text("result")); !path) {
            config.fault("result", path.error().message);
        }
    }
    config.number("timeout_ms", 100, 60'000);
    config.number("max_redirects", 0, 5);
    config.flag("idempotent");
    traits.isPersonal = checkPlaces(config, places);
    return config.finish(std::move(traits));
}

Result<ConfigTraits> checkedRag(const json& json_)
{
    ConfigReader config(json_);
    config.only({"category", "categories", "documents", "limit", "timeout_ms"});
    config.text("category", 200);
    config.list("categories", 100);
    config.list("documents", 500);
    config.number("limit", 1, 20);
    config.number("timeout_ms", 100, 60'000);
    return config.finish({});
}

Result<ConfigTraits> checkedBuiltin(const std::string& name, const json& json_)
{
    ConfigReader config(json_);
    ConfigTraits traits;
    config.only({"function", "limit", "timeout_ms"});
    const std::string function = config.has("function") ? config.text("function", 60) : name;
    const BuiltinInfo* info = findBuiltin(function);
    if (info == nullptr) {
        config.fault("function", "must be " + builtinNames());
    } else {
        traits.isWrite = info->isWrite;
        traits.isPersonal = info->isPersonal;
    }
    config.number("limit", 1, 20);
    config.number("timeout_ms", 100, 60'000);
    return config.finish(std::move(traits));
}

Result<ConfigTraits> checkedMcp(const json& json_)
{
    ConfigReader config(json_);
    ConfigTraits traits;
    traits.isWrite = true; // until the server says of a tool that it only reads
    config.only({"url", "server", "headers", "secrets", "remote_tool", "timeout_ms", "idempotent"});
    if (config.has("url") == config.has("server")) {
        config.fault(config.has("url") ? "server" : "url",
                     "give either url (a streamable-HTTP server) or server (one that the daemon declares)");
    }
    if (config.has("url")) {
        auto url = net::parseHttpUrl(config.text("url"), net::Trust::Guarded);
        if (!url) {
            config.fault("url", url.error().message);
        } else {
            traits.origin = url->origin();
        }
        if (const std::string wrong = wrongQueryOf(config.text("url")); !wrong.empty()) {
            config.fault("url", "must not hold a secret: put it into config.headers");
        }
    }
    if (config.has("server")) {
        config.text("server", 100);
        if (config.has("headers") || config.has("secrets")) {
            config.fault("headers", "a declared server has none: it is started with an empty environment");
        }
    }
    checkHeaders(config);
    const auto places = config.has("headers") ? placesOf(json_["headers"]) : std::vector<std::string>();
    checkPlaces(config, places);
    // One session serves all customers, so its headers are of none of them.
    if (std::any_of(places.begin(), places.end(), [](const std::string& place) {
            return !place.starts_with("secret.");
        })) {
        config.fault("headers", "may only name secrets, such as {secret.key}");
    }
    config.text("remote_tool", 200);
    config.number("timeout_ms", 100, 60'000);
    config.flag("idempotent");
    return config.finish(std::move(traits));
}

} // namespace

std::span<const std::string_view> toolKinds()
{
    return kKinds;
}

Result<ConfigTraits> checkedConfig(std::string_view kind, const std::string& name, const json& config)
{
    if (!config.is_object()) {
        return failField("config", "must be an object");
    }
    if (kind == "http") {
        return checkedHttp(config);
    }
    if (kind == "rag") {
        return checkedRag(config);
    }
    return kind == "builtin" ? checkedBuiltin(name, config) : checkedMcp(config);
}

std::chrono::milliseconds timeoutOf(const json& config)
{
    return std::chrono::milliseconds(config.value("timeout_ms", kDefaultTimeoutMs));
}

bool isIdempotent(const json& config)
{
    return config.value("idempotent", false);
}

} // namespace parley::server::tools
