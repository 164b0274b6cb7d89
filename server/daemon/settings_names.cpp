// SPDX-License-Identifier: MIT
#include "server/daemon/settings_table.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace parley::server::daemon {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kShortForms{{
    {"data", "store.folder"},
    {"listen", "edge.listen"},
    {"database", "database.url"},
    {"redis", "redis.url"},
    {"demo", "demo.enabled"},
}};

/// Levenshtein's distance: letters to insert, delete or change.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const SettingSpec* findSetting(std::string_view name)
{
    const auto table = settingTable();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const SettingSpec& s) { return s.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::string nearestSetting(std::string_view name)
{
    std::string best;
    // A name that shares less than two thirds with what was written is no help.
    std::size_t bestDistance = std::max<std::size_t>(2, name.size() / 3) + 1;
    const auto consider = [&](std::string candidate) {
        if (const std::size_t d = distance(name, candidate); d < bestDistance) {
            bestDistance = d;
            best = std::move(candidate);
        }
    };
    for (const SettingSpec& spec : settingTable()) {
        consider(std::string(spec.name));
        if (spec.hasFileForm()) {
            consider(std::string(spec.name) + "_file");
        }
    }
    for (const auto& [option, setting] : kShortForms) {
        consider(std::string(option));
    }
    return best;
}

std::string environmentName(std::string_view name)
{
    std::string out = "PARLEY_";
    for (const char c : name) {
        out.push_back(c == '.' ? '_' : (c >= 'a' && c <= 'z') ? static_cast<char>(c - 'a' + 'A') : c);
    }
    return out;
}

std::string_view settingOfShortForm(std::string_view option)
{
    for (const auto& [shortForm, setting] : kShortForms) {
        if (shortForm == option) {
            return setting;
        }
    }
    return {};
}

} // namespace parley::server::daemon
