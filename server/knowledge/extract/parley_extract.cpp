// SPDX-License-Identifier: MIT
//
// parley-extract [options] < FILE: reads one document and writes what it contains as frames (frames.h). It is
// meant to be started by parleyd, gives up everything it does not need before it reads the first byte, and
// takes:
//   --type=TYPE --first-page=N --max-pages=N --memory=BYTES --cpu=SECONDS --weak-sandbox=1
// The last one has it read although the system cannot confine it.
#include "server/knowledge/extract/document_reader.h"
#include "server/knowledge/extract/extract_error.h"
#include "server/knowledge/extract/frame_output.h"
#include "server/knowledge/extract/input_file.h"
#include "server/knowledge/extract/sandbox_check.h"
#include "server/runtime/platform/sandbox.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>

namespace {

namespace knowledge = parley::server::knowledge;
namespace platform = parley::server::runtime::platform;

struct Arguments {
    knowledge::ReadRequest request;
    platform::SandboxLimits limits;
    bool isWeakAllowed = false;
};

Arguments readArguments(int count, char** words)
{
    Arguments arguments;
    for (int i = 1; i < count; ++i) {
        const std::string_view word(words[i]);
        const std::size_t equals = word.find('=');
        const std::string_view name = word.substr(0, equals);
        const std::string value(equals == std::string_view::npos ? std::string_view()
                                                                 : word.substr(equals + 1));
        const auto number = [&] { return std::strtoull(value.c_str(), nullptr, 10); };
        if (name == "--type") {
            arguments.request.contentType = value;
        } else if (name == "--first-page") {
            arguments.request.firstPage = static_cast<int>(number());
        } else if (name == "--max-pages") {
            arguments.request.maxPages = static_cast<int>(number());
        } else if (name == "--memory") {
            arguments.limits.memoryBytes = number();
        } else if (name == "--cpu") {
            arguments.limits.cpu = std::chrono::seconds(number());
        } else if (name == "--weak-sandbox") {
            arguments.isWeakAllowed = number() == 1;
        }
    }
    // Fonts, character maps and converters of the libraries; nothing of Parley's own.
    arguments.limits.readable = {
        "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig", "/dev/null"};
    return arguments;
}

int run(const Arguments& arguments, const platform::SandboxState& sandbox)
{
    knowledge::FrameOutput output(arguments.request.firstPage);
    try {
        if (const auto refusal = knowledge::sandboxRefusal(sandbox, arguments.isWeakAllowed)) {
            output.failed(*refusal);
            return 1;
        }
        const knowledge::InputFile file(stdin);
        auto read = knowledge::readDocument(file, arguments.request, output);
        if (read && output.blocks() == 0 && arguments.request.firstPage <= 1) {
            read = parley::fail(
                knowledge::extractError(knowledge::ExtractFault::Empty, "The document has no text to read."));
        }
        if (!read) {
            output.failed(read.error());
            return 1;
        }
        output.done(*read, sandbox);
        return 0;
    } catch (const std::bad_alloc&) {
        return knowledge::kExitOutOfMemory;
    } catch (const std::exception& error) {
        output.failed(knowledge::extractError(knowledge::ExtractFault::Broken,
                                              "The document is damaged and could not be read.",
                                              error.what()));
        return 1;
    }
}

} // namespace

int main(int count, char** words)
{
    const Arguments arguments = readArguments(count, words);
    const platform::SandboxState sandbox = platform::enterSandbox(arguments.limits);
    // Only libraries end the process by exit(), and only for want of memory. Ours ends below.
    std::atexit([] { std::_Exit(knowledge::kExitOutOfMemory); });
    std::_Exit(run(arguments, sandbox));
}
