// SPDX-License-Identifier: MIT
#include "server/pipeline/text_readings.h"

#include "server/nlp/classes/shipped_classes.h"
#include "server/nlp/sentiment/sentiment.h"
#include "server/nlp/text_language.h"
#include "server/security/digest.h"

#include <utility>

namespace parley::server::pipeline {

TextReading TextReadings::read(const std::string& text, nlp::Masked& masked)
{
    const security::Digest hash = security::sha256(text);
    std::string digest(hash.begin(), hash.end());
    if (const auto known = find(digest)) {
        masked = nlp::Masked{text, {}};
        return *known;
    }
    masked = nlp::maskPii(text);
    TextReading reading;
    reading.sentiment = nlp::sentiment(text);
    reading.category = nlp::ShippedClasses::instance().category({}, masked.text).label;
    reading.language = nlp::textLanguage(text).code;
    if (masked.map.empty() && masked.text == text) {
        remember(std::move(digest), reading);
    }
    return reading;
}

std::size_t TextReadings::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_newer.size() + m_older.size();
}

std::shared_ptr<const TextReading> TextReadings::find(const std::string& digest)
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_newer.find(digest); known != m_newer.end()) {
        return known->second;
    }
    auto old = m_older.extract(digest);
    if (old.empty()) {
        return nullptr;
    }
    // Asked for again: it outlives the older ones.
    return m_newer.insert(std::move(old)).position->second;
}

void TextReadings::remember(std::string digest, const TextReading& reading)
{
    auto kept = std::make_shared<const TextReading>(reading);
    const std::lock_guard lock(m_mutex);
    if (m_newer.size() >= m_most) {
        m_older = std::exchange(m_newer, {});
    }
    m_newer[std::move(digest)] = std::move(kept);
}

} // namespace parley::server::pipeline
