// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"

#include <span>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// The languages a tenant's examples are written in. A guess from one short question is often wrong, so only
/// languages that the examples have are believed.
class TextLanguages {
public:
    TextLanguages() = default;
    explicit TextLanguages(std::span<const std::string_view> examples);

    [[nodiscard]] Language of(std::string_view text) const;

private:
    std::vector<Language> m_languages{Language::English}; ///< the most frequent one first
};

} // namespace parley::server::nlp
