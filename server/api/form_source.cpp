// SPDX-License-Identifier: MIT
#include "server/api/form_source.h"

#include <algorithm>

namespace parley::server::api {

namespace {

constexpr std::size_t kPieceBytes = 256 * 1024;

} // namespace

std::optional<std::uint64_t> MemoryForm::find(std::string_view needle, std::uint64_t from) const
{
    const std::size_t at = m_body.find(needle, static_cast<std::size_t>(from));
    return at == std::string_view::npos ? std::nullopt : std::optional<std::uint64_t>(at);
}

std::string MemoryForm::read(std::uint64_t at, std::size_t size) const
{
    return at < m_body.size() ? std::string(m_body.substr(static_cast<std::size_t>(at), size))
                              : std::string();
}

FileForm::FileForm(const std::filesystem::path& file) : m_file(file, std::ios::binary)
{
    m_hasFailed = !m_file.is_open();
}

/// Fills the buffer behind its first `kept` bytes. @return how many bytes it holds then
std::size_t FileForm::readInto(std::uint64_t at, std::string& buffer, std::size_t kept) const
{
    m_file.clear();
    m_file.seekg(static_cast<std::streamoff>(at));
    m_file.read(buffer.data() + kept, static_cast<std::streamsize>(buffer.size() - kept));
    m_hasFailed = m_hasFailed || m_file.bad();
    return kept + static_cast<std::size_t>(std::max<std::streamsize>(0, m_file.gcount()));
}

std::optional<std::uint64_t> FileForm::find(std::string_view needle, std::uint64_t from) const
{
    std::string buffer(kPieceBytes, '\0');
    std::size_t kept = 0; // the end of the piece before: a needle may begin in it
    for (std::uint64_t at = from;;) {
        const std::size_t size = readInto(at, buffer, kept);
        const std::string_view piece = std::string_view(buffer).substr(0, size);
        if (const std::size_t found = piece.find(needle); found != std::string_view::npos) {
            return at - kept + found;
        }
        if (size < buffer.size()) {
            return std::nullopt;
        }
        at += size - kept;
        kept = needle.size() - 1;
        std::copy(piece.end() - static_cast<std::ptrdiff_t>(kept), piece.end(), buffer.begin());
    }
}

std::string FileForm::read(std::uint64_t at, std::size_t size) const
{
    std::string bytes(size, '\0');
    bytes.resize(readInto(at, bytes, 0));
    return bytes;
}

} // namespace parley::server::api
