// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/xml_stream.h"

#include <array>
#include <map>
#include <string>

namespace parley::server::knowledge {

/// The lists of a document (word/numbering.xml), and how far each has been counted.
class DocxNumbering final : public XmlHandler {
public:
    static constexpr int kLevels = 9;

    void start(XmlSpace space, std::string_view name, const XmlAttributes& attributes) override;
    void end(XmlSpace space, std::string_view name) override;

    /// Counts one item on and gives its marker: "-", "2.", "a)", "1.3". Empty: the level shows none.
    /// @param list  numId; one that is not known gives "-"
    std::string nextMarker(const std::string& list, int level);

private:
    struct Level {
        std::string format = "decimal"; ///< numFmt
        std::string text;               ///< lvlText, "%1.%2."
        int start = 1;
    };
    using Levels = std::array<Level, kLevels>;
    struct List {
        std::string definition; ///< abstractNumId
        std::array<int, kLevels> restart{-1, -1, -1, -1, -1, -1, -1, -1, -1};
        bool used = false;
    };

    std::map<std::string, Levels> m_definitions;
    std::map<std::string, List> m_lists;
    std::map<std::string, std::array<int, kLevels>> m_counts; ///< by definition
    std::string m_definition;
    std::string m_list;
    int m_level = -1;
};

/// 28 -> "28", "ab", "XXVIII", ... by the name of a number format; "-" for a bullet.
std::string formattedNumber(int number, const std::string& format);

} // namespace parley::server::knowledge
