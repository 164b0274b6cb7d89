// SPDX-License-Identifier: MIT
#include "server/store/erasure_file.h"

#include "server/store/store_errors.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace parley::server::store {

namespace {

constexpr auto kFileName = "erasures.txt";
/// Hex of SHA-256.
constexpr std::size_t kHashLength = 64;
constexpr int kOwnerOnly = 0600;

Error diskError(const std::filesystem::path& path)
{
    return storageError("the list of erasures " + path.string() + ": " + std::strerror(errno));
}

/// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

} // namespace

ErasureFile::ErasureFile(const std::filesystem::path& folder) : m_path(folder / kFileName) {}

Result<void> ErasureFile::append(const std::vector<ErasureMark>& marks) const
{
    if (marks.empty()) {
        return {};
    }
    std::error_code failed;
    std::filesystem::create_directories(m_path.parent_path(), failed);
    if (failed) {
        return fail(storageError("the folder of " + m_path.string() + ": " + failed.message()));
    }
    // It begins with a line's end: what a crash has cut off before stays a line of its own.
    std::string text = "\n";
    for (const ErasureMark& mark : marks) {
        text += mark.tenant.value + " " + mark.hash + " " + std::to_string(mark.erasedMs) + "\n";
    }
    const Descriptor file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kOwnerOnly));
    if (file.number() < 0) {
        return fail(diskError(m_path));
    }
    // One write: the system keeps appended ones apart.
    const auto written = ::write(file.number(), text.data(), text.size());
    if (written != static_cast<ssize_t>(text.size()) || ::fsync(file.number()) != 0) {
        return fail(diskError(m_path));
    }
    return {};
}

Result<std::vector<ErasureMark>> ErasureFile::read() const
{
    std::vector<ErasureMark> marks;
    std::error_code failed;
    const bool isThere = std::filesystem::exists(m_path, failed);
    if (failed) {
        return fail(storageError("the list of erasures " + m_path.string() + ": " + failed.message()));
    }
    if (!isThere) {
        return marks;
    }
    std::ifstream in(m_path);
    if (!in) {
        return fail(storageError("the list of erasures " + m_path.string() + " cannot be read"));
    }
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        ErasureMark mark;
        if (words >> mark.tenant.value >> mark.hash >> mark.erasedMs && isUuid(mark.tenant.value) &&
            mark.hash.size() == kHashLength) {
            marks.push_back(std::move(mark));
        }
    }
    return marks;
}

} // namespace parley::server::store
