// SPDX-License-Identifier: MIT
#include "server/knowledge/document_reader.h"

#include "server/telemetry/log.h"

#include <mutex>

namespace parley::server::knowledge {

namespace {

/// It is so for every document until the system is another one: once is enough.
void warnOnceOfWeak(const runtime::platform::SandboxState& sandbox)
{
    if (sandbox.limits && sandbox.systemCalls && sandbox.files) {
        return;
    }
    static std::once_flag told;
    std::call_once(told, [&sandbox] {
        const telemetry::Log log("knowledge");
        log.warn("documents are read in a sandbox that lacks something",
                 {{"limits", sandbox.limits},
                  {"system_calls", sandbox.systemCalls},
                  {"files", sandbox.files}});
    });
}

} // namespace

Result<ExtractionSummary> ExtractorReader::read(const std::filesystem::path& file,
                                                const std::string& contentType,
                                                int firstPage,
                                                const BlockSink& onBlock,
                                                const ProgressSink& onProgress,
                                                const TickSink& onTick) const
{
    auto summary = m_extractor.extract(file, contentType, firstPage, onBlock, onProgress, onTick);
    if (summary) {
        warnOnceOfWeak(summary->sandbox);
    }
    return summary;
}

} // namespace parley::server::knowledge
