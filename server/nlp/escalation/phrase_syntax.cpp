// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/phrase_syntax.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>

namespace parley::server::nlp {
namespace {

using Words = std::vector<std::string>;

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t position = 0; position <= text.size();) {
        const std::size_t end = std::min(text.find(separator, position), text.size());
        if (end > position) {
            parts.push_back(text.substr(position, end - position));
        }
        position = end + 1;
    }
    return parts;
}

class Reader {
public:
    void line(std::string_view text)
    {
        m_line = text;
        const std::vector<std::string_view> fields = split(text, ' ');
        if (fields.empty() || fields[0][0] == '#') {
            return;
        }
        if (fields[0][0] == '[') {
            require(fields[0].back() == ']' && fields.size() == 1);
            m_section = fields[0].substr(1, fields[0].size() - 2);
        } else if (fields[0][0] == '@') {
            define(fields);
        } else {
            phrase(fields);
        }
    }

    std::vector<Phrase> take() { return std::move(m_phrases); }

private:
    void require(bool holds) const
    {
        if (!holds) {
            throw std::logic_error("not a line of phrases: " + std::string(m_line));
        }
    }

    void define(const std::vector<std::string_view>& fields)
    {
        require(fields.size() > 2 && fields[1] == "=");
        Words& words = m_classes[std::string(fields[0])];
        for (std::size_t i = 2; i < fields.size(); ++i) {
            addWords(words, fields[i]);
        }
    }

    void addWords(Words& words, std::string_view field) const
    {
        for (const std::string_view word : split(field, '|')) {
            if (word[0] == '@') {
                const auto known = m_classes.find(word);
                require(known != m_classes.end());
                words.insert(words.end(), known->second.begin(), known->second.end());
            } else {
                require(word != "*");
                words.emplace_back(word);
            }
        }
    }

    void head(Phrase& phrase, std::string_view field) const
    {
        if (field == "mask") {
            phrase.isMask = true;
            return;
        }
        const char* end = field.data() + field.size();
        const auto [rest, error] = std::from_chars(field.data(), end, phrase.weight);
        require(error == std::errc{} && phrase.weight > 0);
        std::string_view flags = field.substr(static_cast<std::size_t>(rest - field.data()));
        if (flags.ends_with("q0") || flags.ends_with('q')) {
            constexpr double kHalf = 0.5;
            phrase.inQuestion = flags.back() == '0' ? 0 : kHalf;
            flags.remove_suffix(flags.back() == '0' ? 2 : 1);
        }
        phrase.mayBeNegated = flags == "n";
        require(flags.empty() || phrase.mayBeNegated);
    }

    void phrase(const std::vector<std::string_view>& fields)
    {
        require(!m_section.empty());
        Phrase phrase;
        phrase.section = m_section;
        head(phrase, fields[0]);
        std::size_t gap = 0;
        for (std::size_t i = 1; i < fields.size(); ++i) {
            std::string_view field = fields[i];
            if (field == "^" || field == "$") {
                (field == "^" ? phrase.fromSentenceStart : phrase.toSentenceEnd) = true;
            } else if (field[0] == '~') {
                require(field.size() == 2 && field[1] > '0' && field[1] <= '9' && !phrase.elements.empty());
                gap = static_cast<std::size_t>(field[1] - '0');
            } else {
                PhraseElement element;
                element.gap = gap;
                element.optional = field.ends_with('?');
                addWords(element.words, element.optional ? field.substr(0, field.size() - 1) : field);
                std::sort(element.words.begin(), element.words.end());
                element.words.erase(std::unique(element.words.begin(), element.words.end()),
                                    element.words.end());
                phrase.elements.push_back(std::move(element));
                gap = 0;
            }
        }
        require(!phrase.elements.empty() && !phrase.elements.front().optional);
        m_phrases.push_back(std::move(phrase));
    }

    std::string_view m_line;
    std::string m_section;
    std::map<std::string, Words, std::less<>> m_classes;
    std::vector<Phrase> m_phrases;
};

} // namespace

std::vector<Phrase> readPhrases(std::span<const std::string_view> lines)
{
    Reader reader;
    for (const std::string_view line : lines) {
        reader.line(line);
    }
    return reader.take();
}

} // namespace parley::server::nlp
