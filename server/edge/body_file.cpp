// SPDX-License-Identifier: MIT
#include "server/edge/body_file.h"

#include <cerrno>
#include <random>
#include <system_error>

namespace parley::server::edge {

namespace fs = std::filesystem;
namespace asio = boost::asio;

namespace {

constexpr std::string_view kEnding = ".body";

tl::unexpected<Error> diskError(int code)
{
    Error error;
    const bool isFull = code == ENOSPC || code == EDQUOT || code == EFBIG;
    error.code = isFull ? ErrorCode::Unavailable : ErrorCode::Storage;
    error.message = isFull ? "There is no room for this file on the server's disk."
                           : "The file could not be kept on the server's disk.";
    error.detail = std::generic_category().message(code);
    return fail(std::move(error));
}

} // namespace

BodyFile::~BodyFile()
{
    std::error_code ignored; // one that cannot be removed now goes when the daemon starts again
    fs::remove(m_path, ignored);
}

BodyWriter::BodyWriter(fs::path path, runtime::WorkerPool& pool, std::string_view contentType)
    : m_path(std::move(path)), m_pool(pool), m_digest(contentType)
{}

BodyWriter::~BodyWriter()
{
    if (m_file && !m_isFinished) {
        m_file.reset();
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
}

Result<void> BodyWriter::open()
{
    // "x": never through a link or into a file that somebody else put there.
    // blocking: runs on the pool that write() hands it to
    m_file.reset(std::fopen(m_path.c_str(), "wbx"));
    if (!m_file) {
        return diskError(errno);
    }
    // Whole pieces come in, so that a second buffer would only copy them once more.
    (void)std::setvbuf(m_file.get(), nullptr, _IONBF, 0);
    std::error_code failed;
    fs::permissions(m_path, fs::perms::owner_read | fs::perms::owner_write, failed);
    return failed ? Result<void>(diskError(failed.value())) : Result<void>();
}

Result<void> BodyWriter::append(std::string& piece)
{
    if (!m_file) {
        if (auto opened = open(); !opened) {
            return opened;
        }
    }
    if (std::fwrite(piece.data(), 1, piece.size(), m_file.get()) != piece.size()) {
        return diskError(errno);
    }
    m_digest.add(piece);
    m_size += piece.size();
    piece.clear();
    return {};
}

Result<std::shared_ptr<const BodyFile>> BodyWriter::close()
{
    if (std::fclose(m_file.release()) != 0) {
        const int code = errno;
        std::error_code ignored;
        fs::remove(m_path, ignored);
        return diskError(code);
    }
    m_isFinished = true;
    return std::make_shared<BodyFile>(m_path, m_size, m_digest.finish());
}

asio::awaitable<Result<void>> BodyWriter::write(std::string& piece)
{
    auto job = [this, &piece] { return append(piece); };
    co_return co_await m_pool.run(job);
}

asio::awaitable<Result<std::shared_ptr<const BodyFile>>> BodyWriter::finish()
{
    auto job = [this]() -> Result<std::shared_ptr<const BodyFile>> {
        std::string nothing;
        if (auto begun = append(nothing); !begun) {
            return fail(std::move(begun).error());
        }
        return close();
    };
    co_return co_await m_pool.run(job);
}

BodySpool::BodySpool(fs::path folder, runtime::WorkerPool& pool)
    : m_folder(std::move(folder)), m_pool(pool), m_prefix(std::to_string(std::random_device{}()) + "-")
{}

Result<void> BodySpool::open() const
{
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (!failed) {
        fs::permissions(m_folder, fs::perms::owner_all, failed);
    }
    for (fs::directory_iterator at(m_folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->path().extension() == kEnding) {
            std::error_code ignored; // a leftover that cannot be removed costs room, nothing else
            fs::remove(at->path(), ignored);
        }
    }
    return failed ? Result<void>(diskError(failed.value())) : Result<void>();
}

std::unique_ptr<BodyWriter> BodySpool::writer(std::string_view contentType)
{
    return std::make_unique<BodyWriter>(
        m_folder / (m_prefix + std::to_string(++m_next) + std::string(kEnding)), m_pool, contentType);
}

asio::awaitable<void> BodySpool::discard(std::shared_ptr<const BodyFile> file)
{
    auto job = [&file]() -> Result<void> {
        file.reset();
        return {};
    };
    // When the pool takes nothing more the file goes with `file`, here.
    (void)co_await m_pool.run(job);
}

} // namespace parley::server::edge
