// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace parley::server::security {

/// What clients read in the place of a secret.
inline constexpr std::string_view kRedacted = "********";

/// A text that must not end up in a log or an answer: it has no stream operator and no JSON form, its memory
/// is overwritten when it goes, and reading it takes the word `reveal`. As thread-safe as a string.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text);
    /// Overwrites the memory of `text` as well.
    static Secret taking(std::string&& text);
    Secret(const Secret&) = default;
    Secret(Secret&& other) noexcept;
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    [[nodiscard]] const std::string& reveal() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }
    /// kRedacted, or empty when there is no secret: shows that there is one.
    [[nodiscard]] std::string_view redacted() const;

private:
    std::string m_text;
};

/// Overwrites the whole memory of a string, its spare capacity too, and empties it.
void wipe(std::string& text);

} // namespace parley::server::security
