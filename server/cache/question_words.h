// SPDX-License-Identifier: MIT
#pragma once

#include "server/cache/phrase_table.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace parley::server::cache {

/// English words as resources/understanding/cache sorts them. @thread any
class QuestionWords {
public:
    static const QuestionWords& instance();

    [[nodiscard]] bool isLight(const std::string& word) const { return m_light.contains(word); }
    [[nodiscard]] bool isRelation(const std::string& word) const { return m_relations.contains(word); }
    [[nodiscard]] bool isQuantity(const std::string& word) const { return m_quantities.contains(word); }
    /// The name of its group of equals, else empty. @param word  folded; @param stem  its stem
    [[nodiscard]] std::string_view groupOf(const std::string& word, const std::string& stem) const;
    /// The base of an irregular past, else empty.
    [[nodiscard]] std::string_view baseOf(const std::string& word) const;
    [[nodiscard]] bool areOpposites(const std::string& word, const std::string& other) const;
    [[nodiscard]] const PhraseTable& phrases() const { return m_phrases; }

private:
    QuestionWords();
    void addGroup(const std::vector<std::string>& words);
    void addOpposites(std::string_view line);

    std::unordered_set<std::string> m_light;
    std::unordered_set<std::string> m_relations;
    std::unordered_set<std::string> m_quantities;
    std::unordered_map<std::string, std::string> m_groups;     // by word
    std::unordered_map<std::string, std::string> m_groupStems; // by stem
    std::unordered_map<std::string, std::string> m_bases;
    std::unordered_map<std::string, std::vector<std::string>> m_opposites; // by stem
    PhraseTable m_phrases;
};

} // namespace parley::server::cache
