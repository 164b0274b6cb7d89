// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/pdf_text.h"

#include "server/knowledge/extract/extract_error.h"
#include "server/knowledge/extract/pdf_layout.h"
#include "server/knowledge/extract/pdf_margins.h"
#include "server/knowledge/extract/pdf_page.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

namespace parley::server::knowledge {

namespace {

/// So many pages in a row that are not there: the document lies about their number.
constexpr int kMissingInARow = 50;

struct ReadPage {
    int number = 0;
    std::vector<PdfLine> lines;
};

/// Goes through the pages, some of them ahead, and hands finished blocks on.
class PdfWalk {
public:
    PdfWalk(const PdfSource& source, int firstPage, BlockSink& sink)
        : m_source(source),
          m_sink(sink),
          m_pages(source.pages()),
          m_firstPage(firstPage),
          m_ahead(std::max(1, std::min(firstPage, m_pages) - RunningLines::kWindow))
    {}

    Result<void> run()
    {
        m_sink.title(m_source.title());
        do {
            while (m_ahead <= m_pages && m_window.size() <= RunningLines::kWindow) {
                load();
            }
            if (!m_window.empty()) {
                layOut(m_window.front());
                m_window.pop_front();
            }
        } while (!m_window.empty() || m_ahead <= m_pages);
        flush();
        if (m_read == 0) {
            return fail(
                extractError(ExtractFault::Broken, "The PDF is damaged: none of its pages can be read."));
        }
        return {};
    }

    /// Says what is remarkable about a document that was read.
    Result<void> judge()
    {
        if (m_withText == 0 && m_firstPage <= 1) {
            return fail(
                extractError(ExtractFault::Scanned,
                             "The PDF has " + count(m_read) +
                                 " but no text; it seems to be scanned or drawn. Run text recognition "
                                 "(OCR) on it first."));
        }
        if (m_missing > 0) {
            m_sink.warn("The PDF is damaged: " + count(m_missing) + " could not be read.");
        }
        if (m_read - m_withText > m_withText) {
            m_sink.warn(std::to_string(m_read - m_withText) + " of " + count(m_read) +
                        " have no text; they may be scanned.");
        }
        return {};
    }

private:
    static std::string count(int pages) { return std::to_string(pages) + (pages == 1 ? " page" : " pages"); }

    void load()
    {
        const int number = m_ahead++;
        auto page = m_source.page(number);
        if (!page) {
            ++m_missing;
            if (++m_missingInARow >= kMissingInARow) {
                m_ahead = m_pages + 1;
            }
            return;
        }
        m_missingInARow = 0;
        ++m_read;
        m_withText += page->words.empty() ? 0 : 1;
        ReadPage read{number, linesOf(*page)};
        m_sizes.add(read.lines);
        m_running.add(number, read.lines, page->height, m_sizes.body());
        m_window.push_back(std::move(read));
    }

    void layOut(ReadPage& page)
    {
        const auto lines = m_running.without(page.number, std::move(page.lines));
        m_running.forget(page.number - RunningLines::kWindow);
        for (Block& block : blocksOf(lines, page.number, m_sizes)) {
            // A sentence that a page's end cuts belongs to the page it begins on.
            if (m_pending && m_pending->page < block.page && m_pending->kind == Block::Kind::Paragraph &&
                block.kind == Block::Kind::Paragraph && goesOn(m_pending->text, block.text)) {
                appendLine(m_pending->text, block.text);
                continue;
            }
            flush();
            m_pending = std::move(block);
        }
        m_finished = page.number;
    }

    void flush()
    {
        if (m_pending) {
            tellProgress(m_pending->page - 1);
            Block block = *std::exchange(m_pending, std::nullopt);
            if (block.kind == Block::Kind::Heading && block.level <= 2 && block.page == 1) {
                m_sink.title(block.text);
            }
            m_sink.block(std::move(block));
        }
        tellProgress(m_finished);
    }

    void tellProgress(int page)
    {
        if (page > m_told) {
            m_told = page;
            m_sink.progress(page, m_pages);
        }
    }

    const PdfSource& m_source;
    BlockSink& m_sink;
    int m_pages;
    int m_firstPage;
    int m_ahead; ///< the next page to load
    std::deque<ReadPage> m_window;
    RunningLines m_running;
    FontSizes m_sizes;
    std::optional<Block> m_pending;
    int m_read = 0;
    int m_withText = 0;
    int m_missing = 0;
    int m_missingInARow = 0;
    int m_finished = 0; ///< the last page whose blocks are all known, the pending one aside
    int m_told = 0;
};

} // namespace

Result<void> readPdf(const std::string& path, int firstPage, int maxPages, BlockSink& sink)
{
    auto source = PdfSource::open(path);
    if (!source) {
        return fail(std::move(source).error());
    }
    const int pages = source->pages();
    if (pages <= 0) {
        return fail(
            extractError(ExtractFault::Broken, "The PDF is damaged: it has no pages that can be found."));
    }
    if (pages > maxPages) {
        return fail(extractError(ExtractFault::TooManyPages,
                                 "The PDF has " + std::to_string(pages) + " pages; at most " +
                                     std::to_string(maxPages) +
                                     " are read. Divide it and upload the parts."));
    }
    PdfWalk walk(*source, firstPage, sink);
    if (auto read = walk.run(); !read) {
        return read;
    }
    return walk.judge();
}

} // namespace parley::server::knowledge
