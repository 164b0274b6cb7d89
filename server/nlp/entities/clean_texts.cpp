// SPDX-License-Identifier: MIT
#include "server/nlp/entities/clean_texts.h"

#include "server/security/digest.h"

#include <utility>

namespace parley::server::nlp {

Masked CleanTexts::mask(std::string_view text, const std::vector<MaskedDetail>& known)
{
    const security::Digest hash = security::sha256(text);
    std::string digest(hash.begin(), hash.end());
    if (isKnown(digest)) {
        return Masked{std::string(text), known};
    }
    Masked masked = maskPii(text, known);
    if (masked.text == text) {
        remember(std::move(digest));
    }
    return masked;
}

std::size_t CleanTexts::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_newer.size() + m_older.size();
}

bool CleanTexts::isKnown(const std::string& digest)
{
    const std::lock_guard lock(m_mutex);
    if (m_newer.contains(digest)) {
        return true;
    }
    const auto old = m_older.find(digest);
    if (old == m_older.end()) {
        return false;
    }
    // Asked for again: it outlives the older ones.
    m_newer.insert(m_older.extract(old));
    return true;
}

void CleanTexts::remember(std::string digest)
{
    const std::lock_guard lock(m_mutex);
    if (m_newer.size() >= m_most) {
        m_older = std::exchange(m_newer, {});
    }
    m_newer.insert(std::move(digest));
}

} // namespace parley::server::nlp
