// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace parley::server::daemon {

/// Whether a value may be shown, and may stand on a command line that every user of the machine can read.
enum class Secrecy {
    Open,
    Secret,
    UrlPassword, ///< an address that is secret where it holds a password
};

/// One line of the table from which parsing, checks, --help and the documentation are made.
struct SettingSpec {
    using Slot = std::variant<std::string& (*)(Settings&),
                              std::int64_t& (*)(Settings&),
                              bool& (*)(Settings&),
                              Settings::List& (*)(Settings&)>;
    /// Empty when the text is right; otherwise what would be right. Texts and each entry of a list.
    using Check = std::string (*)(std::string_view text);

    std::string_view name; ///< "edge.header_bytes"
    Slot slot;
    std::string_view standard; ///< the default, as it would be written
    std::string_view help;
    Check check = nullptr;
    std::int64_t least = 0;
    std::int64_t most = 0;
    Secrecy secrecy = Secrecy::Open;

    [[nodiscard]] bool isFlag() const { return slot.index() == 2; }
    /// Has a `<name>_file` form.
    [[nodiscard]] bool hasFileForm() const { return secrecy != Secrecy::Open; }
};

/// All settings, by section.
std::span<const SettingSpec> settingTable();

/// The one of that name, or null.
const SettingSpec* findSetting(std::string_view name);

/// The known name most like `name`, or empty when none is like it. Takes `_file` forms and short forms into
/// account.
std::string nearestSetting(std::string_view name);

/// "edge.header_bytes" -> "PARLEY_EDGE_HEADER_BYTES".
std::string environmentName(std::string_view name);

/// "--data" -> "store.folder"; empty when `option` (without dashes) is no short form.
std::string_view settingOfShortForm(std::string_view option);

} // namespace parley::server::daemon
