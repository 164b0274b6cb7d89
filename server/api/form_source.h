// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::api {

/// The bytes of a form, wherever they lie. @thread one
class FormSource {
public:
    virtual ~FormSource() = default;

    /// Where the bytes stand, from `from` on.
    [[nodiscard]] virtual std::optional<std::uint64_t> find(std::string_view needle,
                                                            std::uint64_t from) const = 0;
    /// At most `size` bytes; fewer at the end.
    [[nodiscard]] virtual std::string read(std::uint64_t at, std::size_t size) const = 0;
};

/// A form in memory. @param body  outlives it
class MemoryForm final : public FormSource {
public:
    explicit MemoryForm(std::string_view body) : m_body(body) {}

    [[nodiscard]] std::optional<std::uint64_t> find(std::string_view needle,
                                                    std::uint64_t from) const override;
    [[nodiscard]] std::string read(std::uint64_t at, std::size_t size) const override;

private:
    std::string_view m_body;
};

/// A form in a file, looked through in pieces. Blocking.
class FileForm final : public FormSource {
public:
    explicit FileForm(const std::filesystem::path& file);

    [[nodiscard]] std::optional<std::uint64_t> find(std::string_view needle,
                                                    std::uint64_t from) const override;
    [[nodiscard]] std::string read(std::uint64_t at, std::size_t size) const override;
    /// The file could not be opened, or its disk failed.
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    std::size_t readInto(std::uint64_t at, std::string& buffer, std::size_t kept) const;

    // blocking: only worker pools look through an upload
    mutable std::ifstream m_file;
    mutable bool m_hasFailed = false;
};

} // namespace parley::server::api
