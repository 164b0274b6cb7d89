// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// A word on a page. Lengths are in points; the frame is turned so that every text reads from left to right
/// and from top to bottom.
struct PdfWord {
    std::string text; ///< UTF-8, in the order it is drawn: right-to-left scripts still reversed
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double size = 0; ///< of the font
    bool bold = false;
    bool spaceAfter = false;
    int rotation = 0; ///< quarter turns of its text on the page

    [[nodiscard]] double height() const { return bottom - top; }
};

/// The words of one page, in reading order.
struct PdfPage {
    int number = 0; ///< from 1
    double width = 0;
    double height = 0;
    std::vector<PdfWord> words;
};

/// A PDF, opened through poppler.
/// @thread one
class PdfSource {
public:
    /// @errors InvalidArgument broken or under a password
    static Result<PdfSource> open(const std::string& path);

    PdfSource(PdfSource&&) noexcept;
    PdfSource& operator=(PdfSource&&) = delete;
    PdfSource(const PdfSource&) = delete;
    PdfSource& operator=(const PdfSource&) = delete;
    ~PdfSource();

    [[nodiscard]] int pages() const;
    /// The title in the document's properties; empty when it has none or one that a program made up.
    [[nodiscard]] std::string title() const;
    /// @param number  from 1
    /// @return nothing when the document has no such page, whatever it says
    [[nodiscard]] std::optional<PdfPage> page(int number) const;

private:
    struct Poppler;
    explicit PdfSource(std::unique_ptr<Poppler> poppler);

    std::unique_ptr<Poppler> m_poppler;
};

} // namespace parley::server::knowledge
