// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace parley::server::knowledge {

/// The document: an open file that can be read at any place.
class InputFile {
public:
    /// @param file  stays open, and belongs to the caller
    explicit InputFile(std::FILE* file);

    /// In bytes; 0 when it cannot be told (a pipe).
    [[nodiscard]] std::uint64_t size() const { return m_size; }

    /// At most `count` bytes from `offset`; fewer at the end.
    std::string read(std::uint64_t offset, std::size_t count) const;

    [[nodiscard]] std::FILE* file() const { return m_file; }

    /// A name under which a library can open it once more.
    [[nodiscard]] std::string path() const;

private:
    std::FILE* m_file;
    std::uint64_t m_size = 0;
};

} // namespace parley::server::knowledge
