// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

/// What went wrong on a PostgreSQL connection.
struct PqFailure {
    Error error;
    /// Five characters, or empty. @source https://www.postgresql.org/docs/15/errcodes-appendix.html
    std::string sqlState;
    /// The connection is gone, and with it what its transaction had done (or, at COMMIT, the knowledge of
    /// it).
    bool connectionLost = false;

    /// The transaction may succeed when it is run again: serialization failure or deadlock.
    [[nodiscard]] bool isRetryable() const { return sqlState == "40001" || sqlState == "40P01"; }
};

struct PqAnswer {
    std::vector<Row> rows;
    std::int64_t affected = 0;
};

/// One connection through libpqxx, the only place that knows its versions (6.4 and 7).
/// @thread one at a time
class PqConnection {
public:
    using Answer = tl::expected<PqAnswer, PqFailure>;

    /// @errors (Storage) the server cannot be reached or refuses the login
    static tl::expected<std::unique_ptr<PqConnection>, PqFailure> connect(const std::string& url);
    ~PqConnection();
    PqConnection(const PqConnection&) = delete;
    PqConnection& operator=(const PqConnection&) = delete;

    /// Runs a text of one or more statements without parameters in one round trip.
    Answer run(std::string_view sql);
    /// Runs one statement with its parameters, prepared at its first use.
    Answer execute(const std::string& sql, const Params& params);

private:
    struct Session;
    explicit PqConnection(std::unique_ptr<Session> session);

    std::unique_ptr<Session> m_session;
};

} // namespace parley::server::store
