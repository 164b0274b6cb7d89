// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/extract/read_document.h"

#include <QTemporaryFile>

#include <fstream>
#include <stdexcept>

namespace parley::test {

std::string ReadDocument::problem() const
{
    return summary ? std::string() : summary.error().problem;
}

std::string ReadDocument::message() const
{
    return summary ? std::string() : summary.error().message;
}

std::vector<std::string> ReadDocument::lines() const
{
    using Kind = server::knowledge::Block::Kind;
    std::vector<std::string> out;
    for (const auto& block : blocks) {
        const std::string kind = block.kind == Kind::Heading    ? "h" + std::to_string(block.level)
                                 : block.kind == Kind::ListItem ? "li"
                                 : block.kind == Kind::TableRow ? "tr"
                                 : block.kind == Kind::Code     ? "code"
                                                                : "p";
        out.push_back(kind + " " + block.text);
    }
    return out;
}

std::string ReadDocument::text() const
{
    std::string out;
    for (const auto& block : blocks) {
        out += block.text + "\n";
    }
    return out;
}

ReadDocument readDocument(const std::string& bytes,
                          const std::string& contentType,
                          int firstPage,
                          const server::knowledge::ExtractionLimits& limits)
{
    QTemporaryFile file;
    if (!file.open() || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0 || !file.flush()) {
        throw std::runtime_error("cannot write a temporary file");
    }
    ReadDocument read{fail(ErrorCode::Internal, "not read"), {}, {}, 0};
    server::knowledge::Extractor extractor(PARLEY_EXTRACT, limits);
    extractor.observe([&](const auto& cost) { read.peakMemoryBytes = cost.peakMemoryBytes; });
    read.summary = extractor.extract(
        file.fileName().toStdString(),
        contentType,
        firstPage,
        [&](const auto& block) {
            read.blocks.push_back(block);
            return true;
        },
        [&](const auto& progress) {
            read.progress.push_back(progress.page);
            return true;
        });
    return read;
}

} // namespace parley::test
