// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace parley::server::telemetry {

enum class LogLevel : int { Debug, Info, Warn, Error, Off };

/// One named value of a log line. Holds views: build it in the call. A text whose key sounds like a secret or
/// like a person's words (password, token, authorization, secret, api_key, cookie, email, text) is written as
/// "[redacted]".
struct Field {
    using Value = std::variant<std::string_view, std::int64_t, std::uint64_t, double, bool>;

    std::string_view key;
    Value value;

    template <class T>
    Field(std::string_view k, const T& v) : key(k), value(toValue(v))
    {}

private:
    template <class T>
    static Value toValue(const T& v)
    {
        if constexpr (std::is_same_v<T, bool>) {
            return Value(std::in_place_type<bool>, v);
        } else if constexpr (std::is_floating_point_v<T>) {
            return Value(std::in_place_type<double>, static_cast<double>(v));
        } else if constexpr (std::is_integral_v<T> && std::is_unsigned_v<T>) {
            return Value(std::in_place_type<std::uint64_t>, v);
        } else if constexpr (std::is_integral_v<T>) {
            return Value(std::in_place_type<std::int64_t>, v);
        } else {
            return Value(std::in_place_type<std::string_view>, std::string_view(v));
        }
    }
};

/// A logger of one folder or subsystem ("edge", "store"). Cheap to copy, may be made before logging is
/// configured. Writing never blocks: lines go to a bounded queue, and when that is full the oldest are
/// dropped and counted. The message is fixed text; what varies goes into fields: `log.info("request",
/// {{"status", 200}, {"request", id}});`
/// @thread any
class Log {
public:
    explicit Log(std::string_view name);

    void debug(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(LogLevel::Debug, message, fields);
    }
    void info(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(LogLevel::Info, message, fields);
    }
    void warn(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(LogLevel::Warn, message, fields);
    }
    void error(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(LogLevel::Error, message, fields);
    }

    [[nodiscard]] bool isEnabled(LogLevel level) const
    {
        return level >= m_channel->level.load(std::memory_order_relaxed);
    }

    /// What a runtime::TaskScope reports failed background tasks to: an error line that names the task.
    [[nodiscard]] std::function<void(std::string_view task, std::string_view what)> taskFailures() const;

    /// A logger's name and level; lives until the process ends. Only the log's own files make one.
    struct Channel {
        std::string name;
        std::atomic<LogLevel> level{LogLevel::Info};
    };

private:
    void write(LogLevel level, std::string_view message, std::initializer_list<Field> fields) const
    {
        if (isEnabled(level)) {
            writeEnabled(level, message, fields);
        }
    }
    void writeEnabled(LogLevel level, std::string_view message, std::initializer_list<Field> fields) const;

    const Channel* m_channel;
};

} // namespace parley::server::telemetry
