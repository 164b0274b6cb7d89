// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block.h"
#include "server/runtime/platform/sandbox.h"
#include "shared/core/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace parley::server::knowledge {

/// What one document may cost.
struct ExtractionLimits {
    std::uint64_t memoryBytes = 256ULL << 20;  ///< of the child, resident
    std::chrono::seconds time{60};             ///< on the clock
    std::chrono::seconds cpu{60};              ///< of the processor
    int maxPages = 20'000;                     ///< a document with more is refused, not cut
    std::uint64_t maxTextBytes = 512ULL << 20; ///< of all blocks together
    bool allowsWeakSandbox = false;            ///< reads also where the system cannot confine the reader
};

/// How far the reading is. A format without pages tells of page 0 of 0.
struct ExtractionProgress {
    int page = 0; ///< from 1; all blocks of it, and of those before it, have been handed over
    int pages = 0;
};

/// What was read.
struct ExtractionSummary {
    std::string title; ///< the source's own; may be empty
    int pages = 0;     ///< 0 = the format has none
    std::uint64_t characters = 0;
    std::string contentType;           ///< what the file really is, "application/pdf"
    std::vector<std::string> warnings; ///< sentences for an operator
    std::chrono::milliseconds duration{0};
    std::uint64_t peakMemoryBytes = 0; ///< of the child
    runtime::platform::SandboxState sandbox;
};

/// What a reading took, whatever came of it.
struct ExtractionCost {
    std::chrono::milliseconds duration{0};
    std::uint64_t peakMemoryBytes = 0; ///< of the child
};

/// Reads documents in a process of its own, `parley-extract`, under limits and in a sandbox, so that no
/// document can harm the daemon. Blocks are handed over as they come; nothing is collected here.
/// @thread any, several at a time; `extract` blocks, so it belongs on a worker pool of its own
class Extractor {
public:
    /// @param program  the executable `parley-extract`
    explicit Extractor(std::filesystem::path program, ExtractionLimits limits = {});

    /// `parley-extract` as installed: in the folder of this executable, or in ../libexec/parley beside it;
    /// the first of them when there is none.
    static std::filesystem::path installedProgram();

    /// Is told of every reading, also of those that fail, on the thread that asked for it: for metrics.
    void observe(std::function<void(const ExtractionCost&)> onCost) { m_onCost = std::move(onCost); }

    /// Reads one file to its end. The sinks are called on the calling thread, in the document's order; a sink
    /// that returns false ends the process and the result is Cancelled. The same file gives the same blocks.
    /// @param contentType  what the file is said to be; a file that is another known format is read as that,
    ///     with a warning
    /// @param firstPage  blocks of pages before it are left out: goes on after a crash; 1 = everything
    /// @param onTick  called every 100 ms or so, also while nothing is read; like a sink
    /// @errors NotFound no such file; UnsupportedMediaType a format that is not read; PayloadTooLarge too
    /// many
    ///     pages, too much text or memory, a bomb; InvalidArgument encrypted, scanned, empty or broken;
    ///     Timeout; Cancelled by a sink; Internal the system cannot confine the reader, or
    ///     the program is missing. `message` is a sentence for the
    ///     operator who uploaded the file, `problem` says which: document_encrypted, document_scanned,
    ///     document_broken, document_empty, document_unsupported, document_bomb, document_too_large,
    ///     document_too_many_pages, document_memory, document_time, document_crashed, document_unsafe
    Result<ExtractionSummary> extract(const std::filesystem::path& file,
                                      const std::string& contentType,
                                      int firstPage,
                                      const std::function<bool(const Block&)>& onBlock,
                                      const std::function<bool(const ExtractionProgress&)>& onProgress,
                                      const std::function<bool()>& onTick = {}) const;

private:
    std::filesystem::path m_program;
    ExtractionLimits m_limits;
    std::function<void(const ExtractionCost&)> m_onCost;
};

} // namespace parley::server::knowledge
