// SPDX-License-Identifier: MIT
#include "server/daemon/settings_help.h"

#include "server/daemon/settings_table.h"

#include <algorithm>

namespace parley::server::daemon {

namespace {

std::string kindOf(const SettingSpec& spec)
{
    switch (spec.slot.index()) {
    case 1:
        return std::to_string(spec.least) + ".." + std::to_string(spec.most);
    case 2:
        return "true|false";
    case 3:
        return "list";
    default:
        return spec.secrecy == Secrecy::Open ? "text" : "secret text";
    }
}

std::string_view sectionOf(const SettingSpec& spec)
{
    return spec.name.substr(0, spec.name.find('.'));
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

} // namespace

std::string settingsHelp()
{
    std::string out;
    std::string_view section;
    for (const SettingSpec& spec : settingTable()) {
        if (sectionOf(spec) != section) {
            section = sectionOf(spec);
            out += "\n";
        }
        out += "  " + padded("--" + std::string(spec.name), 40) + std::string(spec.help) + "\n";
        out += padded("", 42) + "[" + kindOf(spec);
        if (!spec.standard.empty()) {
            out += ", default " + std::string(spec.standard);
        }
        out += spec.hasFileForm() ? ", also --" + std::string(spec.name) + "_file]\n" : "]\n";
    }
    return out;
}

std::string settingsMarkdown()
{
    std::string out = "# Settings\n\n"
                      "Each setting has one name in three places: `section.key` in the TOML file, "
                      "`PARLEY_SECTION_KEY` in the\n"
                      "environment, `--section.key` on the command line; later ones win. A secret also has a "
                      "`_file` form that names\n"
                      "a file with its value.\n\n"
                      "| Setting | Environment | Values | Default | What it does |\n|---|---|---|---|---|\n";
    for (const SettingSpec& spec : settingTable()) {
        const std::string standard = spec.standard.empty() ? "" : "`" + std::string(spec.standard) + "`";
        out += "| `" + std::string(spec.name) + "` | `" + environmentName(spec.name) + "` | " + kindOf(spec) +
               " | " + standard + " | " + std::string(spec.help) + " |\n";
    }
    return out;
}

} // namespace parley::server::daemon
