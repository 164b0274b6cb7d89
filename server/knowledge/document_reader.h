// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/extractor.h"

#include <filesystem>
#include <functional>
#include <string>
#include <utility>

namespace parley::server::knowledge {

/// What turns a file into blocks. Blocking. @thread any, several at a time
class DocumentReader {
public:
    using BlockSink = std::function<bool(const Block&)>;
    using ProgressSink = std::function<bool(const ExtractionProgress&)>;
    using TickSink = std::function<bool()>;

    virtual ~DocumentReader() = default;

    /// As Extractor::extract. @errors those of Extractor::extract
    virtual Result<ExtractionSummary> read(const std::filesystem::path& file,
                                           const std::string& contentType,
                                           int firstPage,
                                           const BlockSink& onBlock,
                                           const ProgressSink& onProgress,
                                           const TickSink& onTick) const = 0;
};

/// The one of the daemon: a process of its own for each document. Warns in the log, once, where the system
/// cannot confine that process wholly.
class ExtractorReader final : public DocumentReader {
public:
    explicit ExtractorReader(Extractor extractor) : m_extractor(std::move(extractor)) {}

    Result<ExtractionSummary> read(const std::filesystem::path& file,
                                   const std::string& contentType,
                                   int firstPage,
                                   const BlockSink& onBlock,
                                   const ProgressSink& onProgress,
                                   const TickSink& onTick) const override;

private:
    Extractor m_extractor;
};

} // namespace parley::server::knowledge
