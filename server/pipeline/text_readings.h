// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/pii.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace parley::server::pipeline {

/// What a text says by itself, whoever wrote it and whenever.
struct TextReading {
    double sentiment = 0;
    /// See nlp::ShippedClasses::category().
    std::string category;
    /// See nlp::TextLanguage::code.
    std::string language;
};

/// Reads texts that come again and again, as customers' questions do. What was found in those without a
/// personal detail is remembered, by their digests alone. @thread any
class TextReadings {
public:
    /// @param most  texts that are remembered at least; up to twice as many, some 200 bytes each
    explicit TextReadings(std::size_t most = 4'096) : m_most(most) {}

    /// @param masked  is set to the text as nlp::maskPii() gives it
    TextReading read(const std::string& text, nlp::Masked& masked);

    [[nodiscard]] std::size_t size() const;

private:
    using Readings = std::unordered_map<std::string, std::shared_ptr<const TextReading>>;

    std::shared_ptr<const TextReading> find(const std::string& digest);
    void remember(std::string digest, const TextReading& reading);

    std::size_t m_most;
    mutable std::mutex m_mutex; // guards the two below
    Readings m_newer;           // once full it takes the older one's place
    Readings m_older;
};

} // namespace parley::server::pipeline
