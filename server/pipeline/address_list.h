// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// Web and e-mail addresses in a text, with or without a scheme: "https://x.example/a", "x.example/a",
/// "www.x.example", "a@x.example", "mailto:a@x.example", "//x.example". Linear. @thread any
std::vector<std::string> addressesIn(std::string_view text);

/// Addresses that an answer may hold: those of what it stands on.
class AddressList {
public:
    /// All addresses of a text.
    void add(std::string_view text);

    /// Whether every address of the text is on the list: the same one, or the bare host of one.
    [[nodiscard]] bool allows(std::string_view text) const;

private:
    std::set<std::string, std::less<>> m_known;
};

} // namespace parley::server::pipeline
