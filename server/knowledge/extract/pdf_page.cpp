// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/pdf_page.h"

#include "server/knowledge/extract/block.h"
#include "server/knowledge/extract/extract_error.h"
#include "server/nlp/code_points.h"
#include "shared/core/text.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace parley::server::knowledge {

namespace {

/// A page of text has a few thousand words; beyond this it is no page but an attack on memory.
constexpr std::size_t kMaxWordsOnPage = 200'000;

constexpr std::array<std::string_view, 7> kLigatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

/// poppler's strings are UTF-16; its own conversion opens a converter for each of them.
std::string utf8Of(const poppler::ustring& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 &&
            text[i + 1] < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (text[i + 1] - 0xDC00U);
            ++i;
        }
        if (c >= 0xFB00 && c <= 0xFB06) {
            out += kLigatures[c - 0xFB00];
        } else if (c == 0xF0B7 || c == 0xF0A7) {
            nlp::appendUtf8(out, 0x2022); // bullets of the fonts Symbol and Wingdings
        } else if (c != 0) {
            nlp::appendUtf8(out, c);
        }
    }
    return out;
}

bool isBoldFont(const std::string& name)
{
    constexpr std::array<std::string_view, 4> kBold{"bold", "black", "heavy", "demi"};
    const std::string lower = asciiLower(name);
    return std::any_of(kBold.begin(), kBold.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

/// Turns the box so that the text in it reads from left to right.
void setFrame(PdfWord& word, const poppler::rectf& box)
{
    word.left = box.left();
    word.top = box.top();
    word.right = box.right();
    word.bottom = box.bottom();
    if (word.rotation == 1) {
        word.left = box.top();
        word.top = -box.right();
        word.right = box.bottom();
        word.bottom = -box.left();
    } else if (word.rotation == 2) {
        word.left = -box.right();
        word.top = -box.bottom();
        word.right = -box.left();
        word.bottom = -box.top();
    } else if (word.rotation == 3) {
        word.left = -box.bottom();
        word.top = box.left();
        word.right = -box.top();
        word.bottom = box.right();
    }
}

bool isPlausible(const PdfWord& word)
{
    constexpr double kFarAway = 1e6;
    return std::isfinite(word.left) && std::isfinite(word.top) && std::isfinite(word.right) &&
           std::isfinite(word.bottom) && std::abs(word.left) < kFarAway && std::abs(word.top) < kFarAway;
}

PdfWord wordOf(const poppler::text_box& box)
{
    PdfWord word;
    word.text = utf8Of(box.text());
    word.rotation = box.rotation();
    word.spaceAfter = box.has_space_after();
    setFrame(word, box.bbox());
    word.size = word.height();
    if (box.has_font_info()) {
        const double size = box.get_font_size();
        word.size = std::isfinite(size) && size > 0 ? size : word.size;
        word.bold = isBoldFont(box.get_font_name());
    }
    return word;
}

Error passwordError()
{
    return extractError(ExtractFault::Encrypted,
                        "The PDF is protected by a password; remove the protection and upload it again.");
}

} // namespace

struct PdfSource::Poppler {
    std::unique_ptr<poppler::document> document;
    int pages = 0;
};

PdfSource::PdfSource(std::unique_ptr<Poppler> poppler) : m_poppler(std::move(poppler)) {}
PdfSource::PdfSource(PdfSource&&) noexcept = default;
PdfSource::~PdfSource() = default;

Result<PdfSource> PdfSource::open(const std::string& path)
{
    // It would write every defect of a document to standard error.
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    auto poppler = std::make_unique<Poppler>();
    poppler->document.reset(poppler::document::load_from_file(path));
    if (!poppler->document) {
        return fail(extractError(ExtractFault::Broken,
                                 "The PDF is damaged and cannot be opened; save it again from its source."));
    }
    if (poppler->document->is_locked()) {
        return fail(passwordError());
    }
    poppler->pages = poppler->document->pages();
    return PdfSource(std::move(poppler));
}

int PdfSource::pages() const
{
    return m_poppler->pages;
}

std::string PdfSource::title() const
{
    std::string title = collapsedSpace(utf8Of(m_poppler->document->get_title()));
    const std::string lower = asciiLower(title);
    const bool madeUp = lower.starts_with("microsoft ") || lower.starts_with("untitled") ||
                        lower.starts_with("powerpoint ") || lower.starts_with("slide 1") ||
                        lower.find(".doc") != std::string::npos || lower.find(".pdf") != std::string::npos ||
                        lower.find(".indd") != std::string::npos || lower.find(".tex") != std::string::npos;
    return madeUp ? std::string() : title;
}

std::optional<PdfPage> PdfSource::page(int number) const
{
    const std::unique_ptr<poppler::page> source(m_poppler->document->create_page(number - 1));
    if (!source) {
        return std::nullopt;
    }
    PdfPage page;
    page.number = number;
    const poppler::rectf rectangle = source->page_rect();
    page.width = rectangle.width();
    page.height = rectangle.height();
    for (const poppler::text_box& box : source->text_list(poppler::page::text_list_include_font)) {
        PdfWord word = wordOf(box);
        if (isPlausible(word) && !trimmed(word.text).empty() && page.words.size() < kMaxWordsOnPage) {
            page.words.push_back(std::move(word));
        }
    }
    return page;
}

} // namespace parley::server::knowledge
