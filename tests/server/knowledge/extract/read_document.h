// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/extractor.h"

#include <string>
#include <vector>

namespace parley::test {

/// What came out of the real program.
struct ReadDocument {
    Result<server::knowledge::ExtractionSummary> summary;
    std::vector<server::knowledge::Block> blocks;
    std::vector<int> progress; ///< pages told
    std::uint64_t peakMemoryBytes = 0;

    /// "document_broken", empty when it was read.
    [[nodiscard]] std::string problem() const;
    [[nodiscard]] std::string message() const;
    /// "h2 Refunds", "p ...", "li ...", "tr ...", "code ...": one line a block.
    [[nodiscard]] std::vector<std::string> lines() const;
    /// All text, blocks apart by line ends.
    [[nodiscard]] std::string text() const;
};

inline const std::string kPdfType = "application/pdf";
inline const std::string kDocxType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Has parley-extract read these bytes.
ReadDocument readDocument(const std::string& bytes,
                          const std::string& contentType,
                          int firstPage = 1,
                          const server::knowledge::ExtractionLimits& limits = {});

} // namespace parley::test
