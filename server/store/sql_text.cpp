// SPDX-License-Identifier: MIT
#include "server/store/sql_text.h"

#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::store {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The end of the literal, quoted name or comment that begins at `at`; `at` itself when none does.
std::size_t opaqueEnd(std::string_view sql, std::size_t at)
{
    const char c = sql[at];
    if (c == '\'' || c == '"') {
        // A doubled quote ends here and begins again at the next character, which comes to the same.
        const auto end = sql.find(c, at + 1);
        return end == std::string_view::npos ? sql.size() : end + 1;
    }
    if (sql.substr(at, 2) == "--") {
        const auto end = sql.find('\n', at);
        return end == std::string_view::npos ? sql.size() : end;
    }
    if (sql.substr(at, 2) == "/*") {
        const auto end = sql.find("*/", at + 2);
        return end == std::string_view::npos ? sql.size() : end + 2;
    }
    return at;
}

std::size_t wordEnd(std::string_view sql, std::size_t at)
{
    while (at < sql.size() && isWordChar(sql[at])) {
        ++at;
    }
    return at;
}

std::size_t spaceEnd(std::string_view sql, std::size_t at)
{
    while (at < sql.size() && isSpace(sql[at])) {
        ++at;
    }
    return at;
}

/// The place behind the bracket of "conflict (", looked for at `at`; npos when something else stands there.
std::size_t conflictTarget(std::string_view sql, std::size_t at)
{
    at = spaceEnd(sql, at);
    const auto end = wordEnd(sql, at);
    if (asciiLower(sql.substr(at, end - at)) != "conflict") {
        return std::string_view::npos;
    }
    const auto bracket = spaceEnd(sql, end);
    return bracket < sql.size() && sql[bracket] == '(' ? bracket + 1 : std::string_view::npos;
}

/// Follows a script word by word and knows whether a semicolon ends a statement.
class StatementEnds {
public:
    void word(std::string_view text)
    {
        const std::string lower = asciiLower(text);
        ++m_words;
        m_create = m_create || (m_words == 1 && lower == "create");
        m_trigger = m_trigger || (m_create && m_words <= 3 && lower == "trigger");
        if (m_trigger && (lower == "begin" || lower == "case")) {
            ++m_depth;
        } else if (m_trigger && lower == "end") {
            --m_depth;
        }
    }
    [[nodiscard]] bool here() const { return m_depth == 0; }

private:
    int m_words = 0;
    int m_depth = 0;
    bool m_create = false;
    bool m_trigger = false;
};

} // namespace

PositionalSql toPositional(std::string_view sql)
{
    PositionalSql result;
    result.text.reserve(sql.size());
    for (std::size_t i = 0; i < sql.size();) {
        if (const auto end = opaqueEnd(sql, i); end != i) {
            result.text.append(sql.substr(i, end - i));
            i = end;
        } else if (isWordChar(sql[i])) {
            const auto after = wordEnd(sql, i);
            result.text.append(sql.substr(i, after - i));
            i = after;
        } else if (sql[i] == '$' && i + 1 < sql.size() && isDigit(sql[i + 1])) {
            std::size_t number = 0;
            for (++i; i < sql.size() && isDigit(sql[i]); ++i) {
                number = number * 10 + static_cast<std::size_t>(sql[i] - '0');
            }
            result.arguments.push_back(number - 1);
            result.text.push_back('?');
        } else {
            result.text.push_back(sql[i++]);
        }
    }
    return result;
}

std::string withTenantConflictKeys(std::string_view sql)
{
    std::string result;
    result.reserve(sql.size() + 16);
    for (std::size_t i = 0; i < sql.size();) {
        auto end = opaqueEnd(sql, i);
        if (end == i && isWordChar(sql[i])) {
            end = wordEnd(sql, i);
            const bool isOn = asciiLower(sql.substr(i, end - i)) == "on";
            const auto target = isOn ? conflictTarget(sql, end) : std::string_view::npos;
            if (target != std::string_view::npos) {
                result.append(sql.substr(i, target - i)).append("tenant_id, ");
                i = target;
                continue;
            }
        }
        end = std::max(end, i + 1);
        result.append(sql.substr(i, end - i));
        i = end;
    }
    return result;
}

std::vector<std::string> splitStatements(std::string_view script)
{
    std::vector<std::string> statements;
    std::string current;
    StatementEnds ends;
    const auto finish = [&] {
        if (const auto text = trimmed(current); !text.empty()) {
            statements.emplace_back(text);
        }
        current.clear();
        ends = StatementEnds();
    };
    for (std::size_t i = 0; i < script.size();) {
        auto end = opaqueEnd(script, i);
        if (end != i) {
            // Comments are left out, so that a statement of comments alone is none.
            if (script[i] == '\'' || script[i] == '"') {
                current.append(script.substr(i, end - i));
            }
        } else if (isWordChar(script[i])) {
            end = wordEnd(script, i);
            ends.word(script.substr(i, end - i));
            current.append(script.substr(i, end - i));
        } else if (script[i] == ';' && ends.here()) {
            finish();
            end = i + 1;
        } else {
            current.push_back(script[i]);
            end = i + 1;
        }
        i = end;
    }
    finish();
    return statements;
}

} // namespace parley::server::store
