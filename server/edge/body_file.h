// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/body_digest.h"
#include "server/runtime/worker_pool.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// A request's body as a file of the spool. It is removed with this object, whatever became of the request.
class BodyFile {
public:
    /// Takes the file over. @param digest  see BodyDigest
    BodyFile(std::filesystem::path path, std::uint64_t size, std::string digest)
        : m_path(std::move(path)), m_size(size), m_digest(std::move(digest))
    {}
    ~BodyFile();
    BodyFile(const BodyFile&) = delete;
    BodyFile& operator=(const BodyFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] const std::string& digest() const { return m_digest; }

private:
    std::filesystem::path m_path;
    std::uint64_t m_size;
    std::string m_digest;
};

/// Writes one body piece by piece; the reader waits for each piece, so that a slow disk slows the client down
/// instead of filling the memory. A body that is not finished leaves no file. The disk is never touched on
/// the I/O thread: a write that usually takes microseconds takes seconds once the kernel has to flush, and
/// every other connection of the thread would wait. @thread the connection's I/O thread
class BodyWriter {
public:
    BodyWriter(std::filesystem::path path, runtime::WorkerPool& pool, std::string_view contentType);
    ~BodyWriter();
    BodyWriter(const BodyWriter&) = delete;
    BodyWriter& operator=(const BodyWriter&) = delete;

    /// Writes the piece and empties it. @errors Unavailable the disk is full, or the pool; Storage the disk
    boost::asio::awaitable<Result<void>> write(std::string& piece);
    /// The whole file. @errors as write()
    boost::asio::awaitable<Result<std::shared_ptr<const BodyFile>>> finish();

private:
    struct Close {
        void operator()(std::FILE* file) const { (void)std::fclose(file); }
    };
    Result<void> append(std::string& piece);
    Result<void> open();
    Result<std::shared_ptr<const BodyFile>> close();

    std::filesystem::path m_path;
    runtime::WorkerPool& m_pool;
    std::unique_ptr<std::FILE, Close> m_file;
    BodyDigest m_digest;
    std::uint64_t m_size = 0;
    bool m_isFinished = false;
};

/// The folder in which bodies lie while their requests last. @thread any
class BodySpool {
public:
    /// @param pool  for everything that touches the disk; outlives the server
    BodySpool(std::filesystem::path folder, runtime::WorkerPool& pool);

    /// Makes the folder, for the daemon's user alone, and removes what a process that died left in it.
    /// Blocking: start-up, before the server listens. @errors Storage
    Result<void> open() const;

    /// A writer for one more body. @param contentType  the request's header
    std::unique_ptr<BodyWriter> writer(std::string_view contentType);

    /// Removes a file away from the I/O thread: giving back a hundred megabytes takes the file system a
    /// while.
    boost::asio::awaitable<void> discard(std::shared_ptr<const BodyFile> file);

private:
    std::filesystem::path m_folder;
    runtime::WorkerPool& m_pool;
    std::string m_prefix; // so that a leftover that could not be removed stands in nobody's way
    std::atomic<std::uint64_t> m_next{0};
};

} // namespace parley::server::edge
