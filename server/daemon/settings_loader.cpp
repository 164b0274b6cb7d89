// SPDX-License-Identifier: MIT
#include "server/daemon/settings_loader.h"

#include "server/daemon/settings_sources.h"
#include "server/daemon/settings_table.h"
#include "shared/core/text.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <variant>

#if defined(__unix__) || defined(__APPLE__)
extern char** environ; // NOLINT(readability-identifier-naming): POSIX names it
#endif

namespace parley::server::daemon {

namespace {

Settings::List split(std::string_view text)
{
    Settings::List entries;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        if (const std::string_view entry = trimmed(text.substr(0, end)); !entry.empty()) {
            entries.emplace_back(entry);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return entries;
}

/// Puts a text into the slot of its setting. Each overload returns what would be right, or an empty text.
struct Assign {
    const SettingSpec& spec;
    Settings& settings;
    std::string_view text;

    std::string operator()(std::string& (*slot)(Settings&)) const
    {
        slot(settings) = text;
        return spec.check == nullptr ? "" : spec.check(text);
    }

    std::string operator()(std::int64_t& (*slot)(Settings&)) const
    {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool isWhole = error == std::errc() && end == text.data() + text.size() && !text.empty();
        if (!isWhole || number < spec.least || number > spec.most) {
            return "must be a whole number from " + std::to_string(spec.least) + " to " +
                   std::to_string(spec.most);
        }
        slot(settings) = number;
        return {};
    }

    std::string operator()(bool& (*slot)(Settings&)) const
    {
        if (text != "true" && text != "false" && text != "1" && text != "0") {
            return "must be true or false";
        }
        slot(settings) = text == "true" || text == "1";
        return {};
    }

    std::string operator()(Settings::List& (*slot)(Settings&)) const
    {
        slot(settings) = split(text);
        for (const std::string& entry : slot(settings)) {
            if (std::string wrong = spec.check == nullptr ? "" : spec.check(entry); !wrong.empty()) {
                return wrong;
            }
        }
        return {};
    }
};

void assignAll(RawSettings& raw, Settings& settings)
{
    for (const SettingSpec& spec : settingTable()) {
        std::visit(Assign{spec, settings, spec.standard}, spec.slot);
        const auto given = raw.values.find(std::string(spec.name));
        if (given == raw.values.end()) {
            continue;
        }
        const Assign assign{spec, settings, trimmed(given->second.text)};
        if (const std::string wrong = std::visit(assign, spec.slot); !wrong.empty()) {
            raw.faults.push_back({std::string(spec.name), wrong + " (" + given->second.origin + ")"});
        }
    }
    settings.mcpServers = std::move(raw.mcpServers);
}

/// Faults that only several settings together make.
void checkTogether(const Settings& settings, std::vector<FieldError>& faults)
{
    if (settings.tls.certificate.empty() != settings.tls.key.empty()) {
        const bool lacksKey = settings.tls.key.empty();
        faults.push_back(
            {lacksKey ? "tls.key" : "tls.certificate", "is missing: TLS needs certificate and key"});
    }
    if (!settings.database.ownerUrl.empty() && settings.database.url.empty()) {
        faults.push_back({"database.url", "is missing: database.owner_url alone serves migrations only"});
    }
}

Error asError(std::vector<FieldError> faults)
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    for (const FieldError& fault : faults) {
        error.message += (error.message.empty() ? "" : "\n") + fault.field + ": " + fault.message;
    }
    error.fields = std::move(faults);
    return error;
}

} // namespace

Result<LoadedSettings> loadSettings(const SettingsSources& sources)
{
    RawSettings raw = mergeSources(sources);
    LoadedSettings loaded;
    assignAll(raw, loaded.settings);
    checkTogether(loaded.settings, raw.faults);
    if (!raw.faults.empty()) {
        return fail(asError(std::move(raw.faults)));
    }
    loaded.isProduction = raw.isProduction;
    loaded.configFile = std::move(raw.configFile);
    loaded.warnings = std::move(raw.warnings);
    return loaded;
}

std::map<std::string, std::string> processEnvironment()
{
    std::map<std::string, std::string> variables;
#if defined(__unix__) || defined(__APPLE__)
    char** const all = environ;
#else
    char** const all = _environ;
#endif
    for (char** at = all; at != nullptr && *at != nullptr; ++at) {
        const std::string_view entry(*at);
        const std::size_t equals = entry.find('=');
        if (equals != std::string_view::npos) {
            variables.emplace(entry.substr(0, equals), entry.substr(equals + 1));
        }
    }
    return variables;
}

} // namespace parley::server::daemon
