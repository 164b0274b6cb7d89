// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/xml_stream.h"
#include "shared/core/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

struct zip;

namespace parley::server::knowledge {

/// A ZIP archive with parts that refer to each other (ECMA-376, part 2). Parts are unpacked as they are read,
/// never to memory or disk as a whole; archives within it are not looked into.
/// @thread one
class OoxmlPackage {
public:
    /// Unpacked bytes of all parts, as declared and as counted.
    static constexpr std::uint64_t kMaxBytes = 512ULL << 20;
    static constexpr std::int64_t kMaxEntries = 5'000;

    /// @errors InvalidArgument broken, encrypted; PayloadTooLarge a bomb
    static Result<OoxmlPackage> open(const std::string& path);

    [[nodiscard]] bool has(const std::string& part) const;

    /// Feeds a part to a parser.
    /// @errors NotFound no such part; InvalidArgument broken, or with a DTD; PayloadTooLarge a bomb
    Result<void> parse(const std::string& part, XmlHandler& handler);

    /// Where the relationships of `part` lead, by the last word of their type ("styles", "officeDocument");
    /// `part` empty = of the package. Targets outside of it are left out.
    /// @errors InvalidArgument broken; PayloadTooLarge a bomb
    Result<std::map<std::string, std::string>> relationships(const std::string& part);

private:
    struct Closer {
        void operator()(zip* archive) const;
    };

    explicit OoxmlPackage(zip* archive) : m_archive(archive) {}
    [[nodiscard]] std::int64_t find(const std::string& part) const;

    std::unique_ptr<zip, Closer> m_archive;
    std::uint64_t m_read = 0;
};

} // namespace parley::server::knowledge
