// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/input_file.h"

#if defined(__unix__) || defined(__APPLE__)
#include <unistd.h>
#endif

namespace parley::server::knowledge {

InputFile::InputFile(std::FILE* file) : m_file(file)
{
    if (std::fseek(m_file, 0, SEEK_END) == 0) {
        const long end = std::ftell(m_file);
        m_size = end > 0 ? static_cast<std::uint64_t>(end) : 0;
    }
}

std::string InputFile::read(std::uint64_t offset, std::size_t count) const
{
    std::string bytes(count, '\0');
    std::size_t got = 0;
    if (std::fseek(m_file, static_cast<long>(offset), SEEK_SET) == 0) {
        got = std::fread(bytes.data(), 1, count, m_file);
    }
    bytes.resize(got);
    return bytes;
}

std::string InputFile::path() const
{
#if defined(__linux__)
    return "/proc/self/fd/" + std::to_string(fileno(m_file));
#elif defined(__unix__) || defined(__APPLE__)
    return "/dev/fd/" + std::to_string(fileno(m_file));
#else
    return {};
#endif
}

} // namespace parley::server::knowledge
