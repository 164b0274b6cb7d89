// SPDX-License-Identifier: MIT
#include "server/daemon/settings_sources.h"

#include "server/daemon/settings_checks.h"
#include "server/daemon/settings_table.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace parley::server::daemon {

namespace {

constexpr std::string_view kFileSuffix = "_file";

/// PARLEY_ names that are no settings.
constexpr std::array<std::string_view, 4> kOtherNames{"PARLEY_ENV",
                                                      "PARLEY_CONFIG",
                                                      "PARLEY_ADMIN_PASSWORD",
                                                      "PARLEY_DEMO_PASSWORD"};

/// The spec of a name or of its `_file` form.
const SettingSpec* specOf(std::string_view name, bool& isFileForm)
{
    isFileForm = false;
    if (const SettingSpec* spec = findSetting(name)) {
        return spec;
    }
    if (!name.ends_with(kFileSuffix)) {
        return nullptr;
    }
    name.remove_suffix(kFileSuffix.size());
    const SettingSpec* spec = findSetting(name);
    isFileForm = spec != nullptr && spec->hasFileForm();
    return isFileForm ? spec : nullptr;
}

std::string unknown(std::string_view name)
{
    const std::string nearest = nearestSetting(name);
    return nearest.empty() ? "is unknown; parleyd --help lists the settings"
                           : "is unknown; did you mean " + nearest + "?";
}

using Values = std::map<std::string, RawValue>;

/// Lays one source over the ones before it. Of a secret's two forms the later source's wins, and one source
/// must not give both.
void lay(Values source, RawSettings& raw)
{
    for (auto& [name, value] : source) {
        bool isFileForm = false;
        const SettingSpec* spec = specOf(name, isFileForm);
        if (spec == nullptr) {
            raw.faults.push_back({name, unknown(name) + " (" + value.origin + ")"});
            continue;
        }
        const std::string plain(spec->name);
        const std::string file = plain + std::string(kFileSuffix);
        if (isFileForm && source.contains(plain)) {
            raw.faults.push_back({plain, "is given twice, as itself and as " + file + "; keep one"});
            continue;
        }
        raw.values.erase(isFileForm ? plain : file);
        raw.values[name] = std::move(value);
    }
}

std::string sectionOf(std::string_view environment)
{
    for (const SettingSpec& spec : settingTable()) {
        const std::string section = environmentName(spec.name.substr(0, spec.name.find('.') + 1));
        if (environment.starts_with(section)) {
            return std::string(spec.name.substr(0, spec.name.find('.') + 1));
        }
    }
    return {};
}

std::string settingOfEnvironment(std::string_view environment)
{
    for (const SettingSpec& spec : settingTable()) {
        const std::string own = environmentName(spec.name);
        if (environment == own) {
            return std::string(spec.name);
        }
        if (spec.hasFileForm() && environment == own + "_FILE") {
            return std::string(spec.name) + std::string(kFileSuffix);
        }
    }
    return {};
}

void readEnvironment(const std::map<std::string, std::string>& environment, RawSettings& raw)
{
    Values values;
    for (const auto& [name, value] : environment) {
        const bool isOther = std::find(kOtherNames.begin(), kOtherNames.end(), name) != kOtherNames.end();
        // Compose files set what is not given to the empty text, so that means "not given".
        if (!name.starts_with("PARLEY_") || isOther || value.empty()) {
            continue;
        }
        if (const std::string setting = settingOfEnvironment(name); !setting.empty()) {
            values[setting] = RawValue{value, name};
        } else if (const std::string section = sectionOf(name); !section.empty()) {
            std::string guess = section + name.substr(7 + section.size());
            std::transform(guess.begin(), guess.end(), guess.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            });
            const std::string nearest = nearestSetting(guess);
            raw.faults.push_back(
                {name,
                 "is unknown" + (nearest.empty() ? "" : "; did you mean " + environmentName(nearest) + "?")});
        } else {
            // Kubernetes sets PARLEY_SERVICE_HOST and the like for a service of our name: no reason not to
            // start.
            raw.warnings.push_back(name + " in the environment is no setting and is ignored");
        }
    }
    lay(std::move(values), raw);
}

bool isRefusedOnCommandLine(const SettingSpec& spec, bool isFileForm, std::string_view text)
{
    if (isFileForm || spec.secrecy == Secrecy::Open) {
        return false;
    }
    return spec.secrecy == Secrecy::Secret || hasUrlPassword(text);
}

void readCommandLine(const SettingsSources& sources, RawSettings& raw)
{
    Values values;
    for (const auto& [name, value] : sources.commandLine) {
        bool isFileForm = false;
        const SettingSpec* spec = specOf(name, isFileForm);
        if (raw.isProduction && spec != nullptr && isRefusedOnCommandLine(*spec, isFileForm, value)) {
            raw.faults.push_back({name,
                                  "is secret and must not stand on the command line in production; use " +
                                      environmentName(spec->name) + " or --" + std::string(spec->name) +
                                      "_file"});
            continue;
        }
        values[name] = RawValue{value, "--" + name};
    }
    lay(std::move(values), raw);
}

void readMode(const std::map<std::string, std::string>& environment, RawSettings& raw)
{
    const auto mode = environment.find("PARLEY_ENV");
    if (mode == environment.end() || mode->second.empty() || mode->second == "development") {
        return;
    }
    raw.isProduction = mode->second == "production";
    if (!raw.isProduction) {
        raw.faults.push_back({"PARLEY_ENV", "must be production or development"});
    }
}

} // namespace

RawSettings mergeSources(const SettingsSources& sources)
{
    RawSettings raw;
    readMode(sources.environment, raw);
    std::string file = sources.configFile;
    if (const auto named = sources.environment.find("PARLEY_CONFIG");
        file.empty() && named != sources.environment.end()) {
        file = named->second;
    }
    if (!file.empty()) {
        readConfigFile(file, raw);
        lay(std::exchange(raw.values, {}), raw);
    }
    readEnvironment(sources.environment, raw);
    readCommandLine(sources, raw);

    for (const SettingSpec& spec : settingTable()) {
        const std::string name(spec.name);
        if (auto path = raw.values.extract(name + std::string(kFileSuffix))) {
            const RawValue value = path.mapped();
            raw.values[name] = RawValue{readSecretFile(name, value, raw), value.origin};
        }
    }
    return raw;
}

} // namespace parley::server::daemon
