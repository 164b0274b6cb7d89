// SPDX-License-Identifier: MIT
#include "server/cache/question_words.h"

#include "server/cache/question_lines.h"
#include "server/cache/word_forms.h"
#include "server/nlp/stemmer.h"

#include <algorithm>

namespace parley::server::cache {

namespace {

std::string stemOf(const std::string& word)
{
    return nlp::stem(americanSpelling(word), nlp::Language::English);
}

} // namespace

const QuestionWords& QuestionWords::instance()
{
    static const QuestionWords kWords;
    return kWords;
}

QuestionWords::QuestionWords()
{
    for (const std::string_view line : questionLines()) {
        const std::size_t space = line.find(' ');
        if (line.empty() || line.front() == '#' || space == std::string_view::npos) {
            continue;
        }
        const std::string_view what = line.substr(0, space);
        const std::string_view rest = line.substr(space + 1);
        const std::vector<std::string> words = spaced(rest);
        if (what == "light") {
            m_light.insert(words.begin(), words.end());
        } else if (what == "relation") {
            m_relations.insert(words.begin(), words.end());
        } else if (what == "quantity") {
            m_quantities.insert(words.begin(), words.end());
        } else if (what == "equal") {
            addGroup(words);
        } else if (what == "opposite") {
            addOpposites(rest);
        } else if (what == "past") {
            m_bases.emplace(words.at(0), words.at(1));
        } else if (what == "phrase") {
            m_phrases.add(rest);
        }
    }
}

void QuestionWords::addGroup(const std::vector<std::string>& words)
{
    const std::string name = '=' + words.front();
    for (const std::string& word : words) {
        m_groups.emplace(word, name);
        m_groupStems.emplace(stemOf(word), name);
    }
}

void QuestionWords::addOpposites(std::string_view line)
{
    const std::size_t slash = line.find(" / ");
    const std::vector<std::string> left = spaced(line.substr(0, slash));
    const std::vector<std::string> right = spaced(line.substr(slash + 3));
    for (const std::string& one : left) {
        for (const std::string& other : right) {
            m_opposites[stemOf(one)].push_back(stemOf(other));
            m_opposites[stemOf(other)].push_back(stemOf(one));
        }
    }
}

std::string_view QuestionWords::groupOf(const std::string& word, const std::string& stem) const
{
    const auto exact = m_groups.find(word);
    if (exact != m_groups.end()) {
        return exact->second;
    }
    // Of a stem alone only where the ending changes nothing: "mean" is no "meaning" of "meaner".
    const WordForm form = formOf(word);
    const auto found = m_groupStems.find(stem);
    const bool fits = form == WordForm::Plain || form == WordForm::Past;
    return found != m_groupStems.end() && fits ? std::string_view(found->second) : std::string_view();
}

std::string_view QuestionWords::baseOf(const std::string& word) const
{
    const auto found = m_bases.find(word);
    return found == m_bases.end() ? std::string_view() : std::string_view(found->second);
}

bool QuestionWords::areOpposites(const std::string& word, const std::string& other) const
{
    const auto found = m_opposites.find(stemOf(word));
    return found != m_opposites.end() &&
           std::find(found->second.begin(), found->second.end(), stemOf(other)) != found->second.end();
}

} // namespace parley::server::cache
