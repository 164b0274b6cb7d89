// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/xml_stream.h"

#include <map>
#include <string>

namespace parley::server::knowledge {

/// What a paragraph style says about structure; its own words or its base's.
struct DocxStyle {
    std::string name; ///< "heading 1", in lower case; localized in some files
    std::string basedOn;
    int outline = -1; ///< 0..8, -1 = not said, 9 = running text
    std::string list; ///< numId
    int listLevel = -1;
};

/// Whether an on/off element such as <w:b/> is on.
bool isOn(const XmlAttributes& attributes);

/// A number within [least, most]; `otherwise` for anything else.
int numberOf(const std::string& text, int least, int most, int otherwise);

/// The styles of a document (word/styles.xml).
class DocxStyles final : public XmlHandler {
public:
    void start(XmlSpace space, std::string_view name, const XmlAttributes& attributes) override;
    void end(XmlSpace space, std::string_view name) override;

    /// 1..6 for a heading, 0 for anything else; by outline level or by name, its own or inherited.
    [[nodiscard]] int headingLevel(const std::string& style) const;
    [[nodiscard]] bool isTitle(const std::string& style) const;
    /// An entry of a table of contents.
    [[nodiscard]] bool isContents(const std::string& style) const;
    /// The style with what it inherits filled in.
    [[nodiscard]] DocxStyle resolved(const std::string& style) const;

private:
    std::map<std::string, DocxStyle> m_styles;
    std::string m_open;  ///< id of the style being read; empty = none
    bool m_skip = false; ///< table conditions repeat the paragraph's properties
};

} // namespace parley::server::knowledge
