// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/extractor.h"

#include "server/knowledge/extract/extract_error.h"
#include "server/knowledge/extract/frames.h"
#include "server/runtime/platform/child_process.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace parley::server::knowledge {

namespace {

using Clock = std::chrono::steady_clock;
using runtime::platform::ChildEnd;
using runtime::platform::ChildProcess;

// How often memory is looked at while nothing arrives; the child's own limits hold in between.
constexpr std::chrono::milliseconds kLook{100};
constexpr std::size_t kReadBytes = 256 << 10;
// What frames may have besides twice the text that is allowed: a child that was taken over could go on
// telling of its progress for as long as its time lasts.
constexpr std::uint64_t kMoreThanText = 64ULL << 20;

/// One run of the program.
class Run {
public:
    Run(ChildProcess& child,
        const ExtractionLimits& limits,
        const std::function<bool(const Block&)>& onBlock,
        const std::function<bool(const ExtractionProgress&)>& onProgress,
        const std::function<bool()>& onTick)
        : m_child(child), m_limits(limits), m_onBlock(onBlock), m_onProgress(onProgress), m_onTick(onTick)
    {}

    Result<ExtractionSummary> toEnd()
    {
        auto read = readAll();
        m_child.kill(); // whatever it still does: nobody listens
        const ChildEnd end = m_child.wait();
        if (!read) {
            return fail(std::move(read).error());
        }
        if (!m_done) {
            return fail(diedError(end));
        }
        m_summary.duration = cost().duration;
        m_summary.peakMemoryBytes = m_peak;
        return std::move(m_summary);
    }

    [[nodiscard]] ExtractionCost cost() const
    {
        return {std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_begin), m_peak};
    }

private:
    Result<void> readAll()
    {
        std::vector<char> buffer(kReadBytes);
        while (!m_done) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_limits.time -
                                                                                    (Clock::now() - m_begin));
            if (left.count() <= 0) {
                return fail(extractError(ExtractFault::Time, timeMessage()));
            }
            const auto count = m_child.read(buffer, std::min(left, kLook));
            if (auto looked = lookAtMemory(); !looked) {
                return looked;
            }
            if (!tick()) {
                return cancelled();
            }
            if (count && *count == 0) {
                return {};
            }
            if (count) {
                m_streamBytes += *count;
                if (m_streamBytes > 2 * m_limits.maxTextBytes + kMoreThanText) {
                    return fail(tooLarge());
                }
                m_frames.append(std::string_view(buffer.data(), *count));
                if (auto taken = takeFrames(); !taken) {
                    return taken;
                }
            }
        }
        return {};
    }

    /// @return false: nobody wants the document any more
    bool tick()
    {
        const auto now = Clock::now();
        if (!m_onTick || now - m_ticked < kLook) {
            return true;
        }
        m_ticked = now;
        return m_onTick();
    }

    Result<void> lookAtMemory()
    {
        if (const auto now = Clock::now(); now - m_looked >= kLook) {
            m_looked = now;
            m_peak = std::max(m_peak, m_child.residentBytes());
        }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        if (m_peak > m_limits.memoryBytes) {
            return fail(memoryError());
        }
#endif
        return {};
    }

    Result<void> takeFrames()
    {
        while (!m_done) {
            auto frame = m_frames.next();
            if (!frame) {
                return fail(brokenStream(std::move(frame).error()));
            }
            if (!*frame) {
                return {};
            }
            try {
                if (auto taken = take(**frame); !taken) {
                    return taken;
                }
            } catch (const nlohmann::json::exception& error) {
                return fail(brokenStream(Error{ErrorCode::Malformed, error.what(), {}, {}, {}, {}}));
            }
        }
        return {};
    }

    Result<void> take(const nlohmann::json& frame)
    {
        const std::string kind = frame.at("frame");
        if (kind == "block") {
            return takeBlock(frame);
        }
        if (kind == "progress") {
            const ExtractionProgress progress{frame.at("page").get<int>(), frame.at("pages").get<int>()};
            return m_onProgress && !m_onProgress(progress) ? cancelled() : Result<void>();
        }
        if (frame.contains("peak_memory_bytes")) {
            m_peak = std::max(m_peak, frame.at("peak_memory_bytes").get<std::uint64_t>());
        }
        if (kind == "error") {
            const auto fault = faultNamed(frame.at("code").get<std::string>());
            return fail(extractError(fault, frame.at("message").get<std::string>()));
        }
        if (kind == "done") {
            m_summary.title = frame.at("title");
            m_summary.pages = frame.at("pages");
            m_summary.contentType = frame.at("content_type");
            m_summary.warnings = frame.at("warnings").get<std::vector<std::string>>();
            m_summary.characters = frame.at("characters");
            const nlohmann::json& sandbox = frame.at("sandbox");
            m_summary.sandbox = {sandbox.at("limits").get<bool>(),
                                 sandbox.at("system_calls").get<bool>(),
                                 sandbox.at("files").get<bool>()};
            m_done = true;
        }
        return {};
    }

    Result<void> takeBlock(const nlohmann::json& frame)
    {
        auto block = blockOfFrame(frame);
        if (!block) {
            return fail(brokenStream(std::move(block).error()));
        }
        m_textBytes += block->text.size();
        if (m_textBytes > m_limits.maxTextBytes) {
            return fail(tooLarge());
        }
        return m_onBlock && !m_onBlock(*block) ? cancelled() : Result<void>();
    }

    static Result<void> cancelled()
    {
        return fail(ErrorCode::Cancelled, "Reading the document was cancelled.");
    }

    static Error tooLarge()
    {
        return extractError(ExtractFault::TooLarge, "The document has too much text; divide it.");
    }

    static Error brokenStream(Error error)
    {
        return extractError(ExtractFault::Crashed,
                            "The document could not be read: its reader failed.",
                            error.message + " " + error.detail);
    }

    [[nodiscard]] std::string timeMessage() const
    {
        return "Reading the document took longer than " + std::to_string(m_limits.time.count()) +
               " seconds; divide it and upload the parts.";
    }

    [[nodiscard]] Error memoryError() const
    {
        return extractError(ExtractFault::Memory,
                            "Reading the document needs more than " +
                                std::to_string(m_limits.memoryBytes >> 20) +
                                " MB of memory; divide it and upload the parts.");
    }

    /// It ended without a last word.
    [[nodiscard]] Error diedError(const ChildEnd& end) const
    {
        const std::string how = "exit " + std::to_string(end.exitCode) + ", signal " +
                                std::to_string(end.signal) + ", " + std::to_string(m_peak >> 20) + " MB";
        if (end.exitCode == kExitOutOfMemory) {
            return memoryError();
        }
        if (end.cpu + std::chrono::milliseconds(500) >= m_limits.cpu) {
            return extractError(ExtractFault::Time, timeMessage(), how);
        }
        return extractError(
            ExtractFault::Crashed,
            "The document could not be read: its reader crashed on it. The file is probably damaged.",
            how);
    }

    ChildProcess& m_child;
    const ExtractionLimits& m_limits;
    const std::function<bool(const Block&)>& m_onBlock;
    const std::function<bool(const ExtractionProgress&)>& m_onProgress;
    const std::function<bool()>& m_onTick;
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_looked{};
    Clock::time_point m_ticked = m_begin;
    FrameReader m_frames;
    ExtractionSummary m_summary;
    std::uint64_t m_peak = 0;
    std::uint64_t m_textBytes = 0;
    std::uint64_t m_streamBytes = 0; // of all frames
    bool m_done = false;
};

} // namespace

Extractor::Extractor(std::filesystem::path program, ExtractionLimits limits)
    : m_program(std::move(program)), m_limits(limits)
{}

std::filesystem::path Extractor::installedProgram()
{
    const auto folder = runtime::platform::executablePath().parent_path();
    const std::array places{folder / "parley-extract",
                            folder.parent_path() / "libexec" / "parley" / "parley-extract"};
    std::error_code error;
    const auto found = std::find_if(places.begin(), places.end(), [&](const auto& place) {
        return std::filesystem::is_regular_file(place, error);
    });
    return found == places.end() ? places.front() : *found;
}

Result<ExtractionSummary> Extractor::extract(const std::filesystem::path& file,
                                             const std::string& contentType,
                                             int firstPage,
                                             const std::function<bool(const Block&)>& onBlock,
                                             const std::function<bool(const ExtractionProgress&)>& onProgress,
                                             const std::function<bool()>& onTick) const
{
    runtime::platform::ChildOptions options;
    options.program = m_program;
    options.input = file;
    options.arguments = {"--type=" + contentType,
                         "--first-page=" + std::to_string(firstPage),
                         "--max-pages=" + std::to_string(m_limits.maxPages),
                         "--memory=" + std::to_string(m_limits.memoryBytes),
                         "--cpu=" + std::to_string(m_limits.cpu.count())};
    if (m_limits.allowsWeakSandbox) {
        options.arguments.emplace_back("--weak-sandbox=1");
    }
    auto child = ChildProcess::start(options);
    if (!child) {
        return fail(std::move(child).error().in("extract"));
    }
    Run run(*child, m_limits, onBlock, onProgress, onTick);
    auto summary = run.toEnd();
    if (m_onCost) {
        m_onCost(run.cost());
    }
    return summary;
}

} // namespace parley::server::knowledge
