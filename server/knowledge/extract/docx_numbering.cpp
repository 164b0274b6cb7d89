// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/docx_numbering.h"

#include "server/knowledge/extract/docx_styles.h"

#include <algorithm>

namespace parley::server::knowledge {

namespace {

constexpr std::size_t kMaxLists = 20'000;
constexpr int kMaxNumber = 1'000'000;

std::string romanNumber(int number)
{
    constexpr std::array<std::pair<int, std::string_view>, 13> kParts{{{1000, "M"},
                                                                       {900, "CM"},
                                                                       {500, "D"},
                                                                       {400, "CD"},
                                                                       {100, "C"},
                                                                       {90, "XC"},
                                                                       {50, "L"},
                                                                       {40, "XL"},
                                                                       {10, "X"},
                                                                       {9, "IX"},
                                                                       {5, "V"},
                                                                       {4, "IV"},
                                                                       {1, "I"}}};
    std::string text;
    for (const auto& [value, letters] : kParts) {
        for (; number >= value && text.size() < 24; number -= value) {
            text += letters;
        }
    }
    return text;
}

/// 1 -> "A", 27 -> "AA", 28 -> "BB": word processors repeat the letter.
std::string letterNumber(int number)
{
    const int at = (number - 1) % 26;
    const int times = std::min((number - 1) / 26 + 1, 8);
    return std::string(static_cast<std::size_t>(times), static_cast<char>('A' + at));
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return text;
}

} // namespace

std::string formattedNumber(int number, const std::string& format)
{
    if (format == "bullet") {
        return "-";
    }
    if (number >= 1 && (format == "lowerLetter" || format == "upperLetter")) {
        return format == "lowerLetter" ? lowered(letterNumber(number)) : letterNumber(number);
    }
    if (number >= 1 && number < 4000 && (format == "lowerRoman" || format == "upperRoman")) {
        return format == "lowerRoman" ? lowered(romanNumber(number)) : romanNumber(number);
    }
    return (format == "decimalZero" && number < 10 ? "0" : "") + std::to_string(number);
}

void DocxNumbering::start(XmlSpace space, std::string_view name, const XmlAttributes& attributes)
{
    if (space != XmlSpace::Word || m_definitions.size() > kMaxLists || m_lists.size() > kMaxLists) {
        return;
    }
    if (name == "abstractNum") {
        m_definition = attributes.get("abstractNumId");
        m_definitions[m_definition];
    } else if (name == "num") {
        m_list = attributes.get("numId");
        m_lists[m_list];
    } else if (name == "abstractNumId" && !m_list.empty()) {
        m_lists[m_list].definition = attributes.get("val");
    } else if (name == "lvl" || name == "lvlOverride") {
        m_level = numberOf(attributes.get("ilvl"), 0, kLevels - 1, -1);
    } else if (name == "startOverride" && !m_list.empty() && m_level >= 0) {
        m_lists[m_list].restart[static_cast<std::size_t>(m_level)] =
            numberOf(attributes.get("val"), 0, kMaxNumber, 1);
    } else if (m_level >= 0 && m_list.empty() && !m_definition.empty()) {
        Level& level = m_definitions[m_definition][static_cast<std::size_t>(m_level)];
        if (name == "numFmt") {
            level.format = attributes.get("val");
        } else if (name == "lvlText") {
            level.text = attributes.get("val");
        } else if (name == "start") {
            level.start = numberOf(attributes.get("val"), 0, kMaxNumber, 1);
        }
    }
}

void DocxNumbering::end(XmlSpace space, std::string_view name)
{
    if (space != XmlSpace::Word) {
        return;
    }
    if (name == "abstractNum") {
        m_definition.clear();
    } else if (name == "num") {
        m_list.clear();
    } else if (name == "lvl" || name == "lvlOverride") {
        m_level = -1;
    }
}

std::string DocxNumbering::nextMarker(const std::string& list, int level)
{
    const auto found = m_lists.find(list);
    const auto definition =
        found == m_lists.end() ? m_definitions.end() : m_definitions.find(found->second.definition);
    if (definition == m_definitions.end()) {
        return "-";
    }
    const auto at = static_cast<std::size_t>(std::clamp(level, 0, kLevels - 1));
    const Levels& levels = definition->second;
    auto [counts, isNew] = m_counts.try_emplace(definition->first);
    if (isNew) {
        for (std::size_t i = 0; i < levels.size(); ++i) {
            counts->second[i] = levels[i].start - 1;
        }
    }
    if (!found->second.used) {
        found->second.used = true;
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const int restart = found->second.restart[i];
            counts->second[i] = restart >= 0 ? restart - 1 : counts->second[i];
        }
    }
    counts->second[at] = std::min(counts->second[at] + 1, kMaxNumber);
    for (std::size_t deeper = at + 1; deeper < levels.size(); ++deeper) {
        counts->second[deeper] = levels[deeper].start - 1;
    }
    if (levels[at].format == "bullet") {
        return "-";
    }
    std::string marker;
    const std::string& text = levels[at].text;
    for (std::size_t i = 0; i < text.size() && levels[at].format != "none"; ++i) {
        if (text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9') {
            const auto other = static_cast<std::size_t>(text[i + 1] - '1');
            const int number = std::max(counts->second[other], other < at ? levels[other].start : 0);
            marker += formattedNumber(number, levels[other].format);
            ++i;
        } else {
            marker.push_back(text[i]);
        }
    }
    return marker;
}

} // namespace parley::server::knowledge
