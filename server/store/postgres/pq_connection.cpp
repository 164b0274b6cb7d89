// SPDX-License-Identifier: MIT
#include "server/store/postgres/pq_connection.h"

#include "server/store/store_errors.h"

#include <pqxx/pqxx>

#include <charconv>
#include <optional>
#include <unordered_map>

namespace parley::server::store {

namespace {

/// Statements are few and static; beyond this something builds SQL, which then runs unprepared.
constexpr std::size_t kMaxStatements = 512;

/// Object ids of PostgreSQL's own types. @source src/include/catalog/pg_type.dat
constexpr unsigned kBool = 16;
constexpr unsigned kBytea = 17;
constexpr unsigned kInt8 = 20;
constexpr unsigned kInt2 = 21;
constexpr unsigned kInt4 = 23;
constexpr unsigned kFloat4 = 700;
constexpr unsigned kFloat8 = 701;
constexpr unsigned kNumeric = 1700;

unsigned hexDigit(char c)
{
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

Blob fromHex(std::string_view text)
{
    Blob bytes;
    bytes.reserve(text.size() / 2);
    // "\x" and two digits a byte
    for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
        bytes.push_back(static_cast<std::uint8_t>((hexDigit(text[i]) << 4U) | hexDigit(text[i + 1])));
    }
    return bytes;
}

std::string toHex(const Blob& bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "\\x";
    text.reserve(2 + 2 * bytes.size());
    for (const std::uint8_t byte : bytes) {
        text.push_back(kDigits[byte >> 4U]);
        text.push_back(kDigits[byte & 15U]);
    }
    return text;
}

template <class T>
T parsed(std::string_view text)
{
    T value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Value decode(std::string_view text, unsigned type)
{
    switch (type) {
    case kBool:
        return std::int64_t{text == "t" ? 1 : 0};
    case kBytea:
        return fromHex(text);
    case kInt2:
    case kInt4:
    case kInt8:
        return parsed<std::int64_t>(text);
    case kFloat4:
    case kFloat8:
        return parsed<double>(text);
    case kNumeric:
        // What sum() makes of BIGINT: SQLite gives an integer, so this does too.
        if (text.find('.') == std::string_view::npos) {
            return parsed<std::int64_t>(text);
        }
        return parsed<double>(text);
    default:
        return std::string(text);
    }
}

/// The text form of a parameter, or none for NULL.
std::optional<std::string> encode(const Value& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        char buffer[40];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, *real);
        return std::string(buffer, end.ptr);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* blob = std::get_if<Blob>(&value)) {
        return toHex(*blob);
    }
    return std::nullopt;
}

PqAnswer toAnswer(const pqxx::result& result)
{
    PqAnswer answer;
    answer.affected = static_cast<std::int64_t>(result.affected_rows());
    answer.rows.reserve(static_cast<std::size_t>(result.size()));
    const auto columns = result.columns();
    std::vector<unsigned> types;
    for (pqxx::row::size_type column = 0; column < columns; ++column) {
        types.push_back(static_cast<unsigned>(result.column_type(column)));
    }
    for (const auto& row : result) {
        std::vector<Value> values;
        values.reserve(types.size());
        for (pqxx::row::size_type column = 0; column < columns; ++column) {
            const auto field = row[column];
            values.push_back(
                field.is_null()
                    ? Value()
                    : decode(std::string_view(field.c_str(), static_cast<std::size_t>(field.size())),
                             types[static_cast<std::size_t>(column)]));
        }
        answer.rows.emplace_back(std::move(values));
    }
    return answer;
}

PqFailure sqlFailure(const std::string& state, const std::string& what, std::string_view sql)
{
    std::string detail = "PostgreSQL " + state + ": " + what + " in: " + std::string(sql.substr(0, 200));
    // unique, exclusion, check, foreign key; a NULL where none may be is a mistake of the program
    const bool isConflict = state == "23505" || state == "23P01" || state == "23514" || state == "23503";
    return PqFailure{
        isConflict ? conflictError(std::move(detail)) : storageError(std::move(detail)),
        state,
        // admin_shutdown, crash_shutdown, cannot_connect_now: the server ends the session after saying so
        state == "57P01" || state == "57P02" || state == "57P03"};
}

/// Calls libpqxx and turns what it throws into a value.
template <class Work>
PqConnection::Answer contained(std::string_view sql, const Work& work)
{
    try {
        return toAnswer(work());
    } catch (const pqxx::broken_connection& lost) {
        return tl::unexpected(
            PqFailure{storageError(std::string("the connection was lost: ") + lost.what()), {}, true});
    } catch (const pqxx::deadlock_detected& failure) {
        return tl::unexpected(sqlFailure("40P01", failure.what(), sql));
    } catch (const pqxx::serialization_failure& failure) {
        return tl::unexpected(sqlFailure("40001", failure.what(), sql));
    } catch (const pqxx::sql_error& failure) {
        return tl::unexpected(sqlFailure(failure.sqlstate(), failure.what(), sql));
    } catch (const std::exception& failure) {
        // A mistake in libpqxx's use, or memory: the connection is not to be trusted any more.
        return tl::unexpected(PqFailure{storageError(failure.what()), {}, true});
    }
}

using Encoded = std::vector<std::optional<std::string>>;

#if PQXX_VERSION_MAJOR < 7

std::vector<const char*> pointers(const Encoded& params)
{
    std::vector<const char*> raw;
    raw.reserve(params.size());
    for (const auto& param : params) {
        raw.push_back(param ? param->c_str() : nullptr);
    }
    return raw;
}

pqxx::result callPrepared(pqxx::transaction_base& tx, const std::string& name, const Encoded& params)
{
    const auto raw = pointers(params);
    return tx.exec_prepared(name, pqxx::prepare::make_dynamic_params(raw));
}

pqxx::result callDirect(pqxx::transaction_base& tx, const std::string& sql, const Encoded& params)
{
    const auto raw = pointers(params);
    return tx.exec_params(sql, pqxx::prepare::make_dynamic_params(raw));
}

#else

pqxx::params packed(const Encoded& params)
{
    pqxx::params all;
    for (const auto& param : params) {
        if (param) {
            all.append(*param);
        } else {
            all.append();
        }
    }
    return all;
}

// exec() takes over from exec_prepared() and exec_params(), which are deprecated from then on.
#if PQXX_VERSION_MAJOR > 7 || PQXX_VERSION_MINOR >= 10

pqxx::result callPrepared(pqxx::transaction_base& tx, const std::string& name, const Encoded& params)
{
    return tx.exec(pqxx::prepped{name}, packed(params));
}

pqxx::result callDirect(pqxx::transaction_base& tx, const std::string& sql, const Encoded& params)
{
    return tx.exec(sql, packed(params));
}

#else

pqxx::result callPrepared(pqxx::transaction_base& tx, const std::string& name, const Encoded& params)
{
    return tx.exec_prepared(name, packed(params));
}

pqxx::result callDirect(pqxx::transaction_base& tx, const std::string& sql, const Encoded& params)
{
    return tx.exec_params(sql, packed(params));
}

#endif
#endif

/// libpqxx 6 reconnects by itself, and would then run the rest of a transaction outside of any, as the login
/// itself.
void refuseSilentReconnects([[maybe_unused]] pqxx::connection& connection)
{
#if PQXX_VERSION_MAJOR < 7
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
#endif
}

} // namespace

struct PqConnection::Session {
    explicit Session(const std::string& url) : connection(url) {}

    pqxx::connection connection;
    /// SQL text -> the name it is prepared under
    std::unordered_map<std::string, std::string> prepared;
};

PqConnection::PqConnection(std::unique_ptr<Session> session) : m_session(std::move(session)) {}

PqConnection::~PqConnection() = default;

tl::expected<std::unique_ptr<PqConnection>, PqFailure> PqConnection::connect(const std::string& url)
{
    try {
        auto session = std::make_unique<Session>(url);
        refuseSilentReconnects(session->connection);
        return std::unique_ptr<PqConnection>(new PqConnection(std::move(session)));
    } catch (const std::exception& failure) {
        return tl::unexpected(PqFailure{
            storageError(std::string("cannot connect to PostgreSQL: ") + failure.what()), {}, true});
    }
}

PqConnection::Answer PqConnection::run(std::string_view sql)
{
    return contained(sql, [&] {
        pqxx::nontransaction tx(m_session->connection);
        return tx.exec(std::string(sql));
    });
}

PqConnection::Answer PqConnection::execute(const std::string& sql, const Params& params)
{
    Encoded encoded;
    encoded.reserve(params.size());
    for (const Value& param : params) {
        encoded.push_back(encode(param));
    }
    return contained(sql, [&] {
        auto known = m_session->prepared.find(sql);
        if (known == m_session->prepared.end() && m_session->prepared.size() < kMaxStatements) {
            const std::string name = "s" + std::to_string(m_session->prepared.size());
            m_session->connection.prepare(name, sql);
            known = m_session->prepared.emplace(sql, name).first;
        }
        pqxx::nontransaction tx(m_session->connection);
        return known != m_session->prepared.end() ? callPrepared(tx, known->second, encoded)
                                                  : callDirect(tx, sql, encoded);
    });
}

} // namespace parley::server::store
