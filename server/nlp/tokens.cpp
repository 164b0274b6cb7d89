// SPDX-License-Identifier: MIT
#include "server/nlp/tokens.h"

#include "server/nlp/code_points.h"

#include <algorithm>
#include <array>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestAddressLocalPart = 64; // RFC 5321, 4.5.3.1.1
constexpr std::size_t kLongestIdentifier = 48;
// Longer words carry no meaning but could cost memory in an index.
constexpr std::size_t kLongestWordBytes = 120;
constexpr std::array<std::string_view, 12> kElisions{
    "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu"};

bool isAsciiAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isApostrophe(char32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

std::string loweredText(std::string_view text)
{
    std::string out;
    for (std::size_t position = 0; position < text.size();) {
        appendUtf8(out, lowered(decodeAt(text, position)));
    }
    return out;
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : m_text(text) {}

    std::vector<Token> run()
    {
        constexpr std::size_t kBytesOfWord = 6; // a guess, so that the list rarely moves
        m_tokens.reserve(m_text.size() / kBytesOfWord + 1);
        while (m_position < m_text.size()) {
            std::size_t next = m_position;
            const char32_t c = decodeAt(m_text, next);
            if (!isLetter(c) && !isDigit(c)) {
                m_position = next;
            } else if (isUnspaced(c)) {
                ideographs();
            } else if (!url() && !email() && !identifier()) {
                word();
            }
        }
        return std::move(m_tokens);
    }

private:
    void emit(std::size_t end, TokenKind kind, std::string text)
    {
        if (!text.empty() && text.size() <= kLongestWordBytes) {
            std::size_t first = m_position;
            const bool capital = isUpper(decodeAt(m_text, first));
            m_tokens.push_back(Token{std::move(text), kind, m_position, end, capital});
        }
        m_position = end;
    }

    bool url()
    {
        const std::string_view rest = m_text.substr(m_position, 8);
        if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) {
            return false;
        }
        std::size_t end = m_text.find_first_of(" \t\r\n<>\"'()[]{}|", m_position);
        end = end == std::string_view::npos ? m_text.size() : end;
        while (end > m_position &&
               std::string_view(".,;:!?*_").find(m_text[end - 1]) != std::string_view::npos) {
            --end;
        }
        emit(end, TokenKind::Url, loweredText(m_text.substr(m_position, end - m_position)));
        return true;
    }

    bool email()
    {
        const auto isLocal = [](char c) {
            return isAsciiAlnum(c) || c == '.' || c == '_' || c == '+' || c == '-';
        };
        const std::size_t limit = std::min(m_text.size(), m_position + kLongestAddressLocalPart + 1);
        std::size_t at = m_position;
        while (at < limit && isLocal(m_text[at])) {
            ++at;
        }
        if (at >= limit || at == m_position || m_text[at] != '@') {
            return false;
        }
        std::size_t end = at + 1;
        std::size_t lastDot = 0;
        while (end < m_text.size() && end - at < 255 &&
               (isAsciiAlnum(m_text[end]) || m_text[end] == '-' || m_text[end] == '.')) {
            lastDot = m_text[end] == '.' && end + 1 < m_text.size() && isAsciiAlnum(m_text[end + 1])
                          ? end
                          : lastDot;
            ++end;
        }
        while (end > at && !isAsciiAlnum(m_text[end - 1])) {
            --end;
        }
        if (lastDot == 0) {
            return false;
        }
        emit(end, TokenKind::Email, loweredText(m_text.substr(m_position, end - m_position)));
        return true;
    }

    // Capitals and digits joined by - _ or /, with at least three digits in a row: "COVID-19" is two words.
    bool identifier()
    {
        std::size_t end = m_position;
        std::size_t digits = 0;
        std::size_t longestDigits = 0;
        bool joined = false;
        while (end < m_text.size() && end - m_position <= kLongestIdentifier) {
            const char c = m_text[end];
            const bool joint = (c == '-' || c == '_' || c == '/') && end + 1 < m_text.size() &&
                               isAsciiAlnum(m_text[end + 1]) && end > m_position;
            if (!isAsciiAlnum(c) && !joint) {
                break;
            }
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            digits = isAsciiDigit(c) ? digits + 1 : 0;
            longestDigits = std::max(longestDigits, digits);
            joined = joined || joint;
            ++end;
        }
        if (!joined || longestDigits < 3 || end - m_position > kLongestIdentifier) {
            return false;
        }
        emit(end, TokenKind::Identifier, loweredText(m_text.substr(m_position, end - m_position)));
        return true;
    }

    void ideographs()
    {
        std::size_t begin = m_position;
        char32_t previous = decodeAt(m_text, m_position);
        std::size_t middle = m_position;
        bool alone = true;
        while (m_position < m_text.size()) {
            std::size_t next = m_position;
            const char32_t c = decodeAt(m_text, next);
            if (!isUnspaced(c)) {
                break;
            }
            std::string pair;
            appendUtf8(pair, previous);
            appendUtf8(pair, c);
            m_tokens.push_back(Token{std::move(pair), TokenKind::Ideographs, begin, next, false});
            alone = false;
            begin = middle;
            middle = next;
            previous = c;
            m_position = next;
        }
        if (alone) {
            std::string single;
            appendUtf8(single, previous);
            m_tokens.push_back(Token{std::move(single), TokenKind::Ideographs, begin, m_position, false});
        }
    }

    void word()
    {
        std::string text;
        bool numeric = true;
        std::size_t end = m_position;
        while (end < m_text.size()) {
            if (const char plain = m_text[end]; isAsciiAlnum(plain)) {
                numeric = numeric && isAsciiDigit(plain);
                text.push_back(plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain + 32) : plain);
                ++end;
                continue;
            }
            std::size_t next = end;
            const char32_t c = decodeAt(m_text, next);
            if (isUnspaced(c)) {
                break;
            }
            if (isLetter(c) || isDigit(c)) {
                numeric = numeric && isDigit(c);
                appendUtf8(text, lowered(c));
            } else if (!joins(c, next, numeric, text)) {
                break;
            }
            end = next;
        }
        finishWord(end, numeric, std::move(text));
    }

    /// Whether `c` stands inside the word: an apostrophe between letters, a point between digits.
    bool joins(char32_t c, std::size_t next, bool numeric, std::string& text) const
    {
        if (next >= m_text.size()) {
            return false;
        }
        std::size_t after = next;
        const char32_t follower = decodeAt(m_text, after);
        if (isApostrophe(c) && !numeric && isLetter(follower)) {
            if (std::find(kElisions.begin(), kElisions.end(), text) != kElisions.end()) {
                return false;
            }
            text.push_back('\'');
            return true;
        }
        if (numeric && (c == '.' || c == ',') && isDigit(follower)) {
            text.push_back(static_cast<char>(c));
            return true;
        }
        return false;
    }

    /// "1,000,000.5" -> "1000000.5"; a number that is not grouped by three stays.
    static std::string withoutThousands(const std::string& number)
    {
        const auto comma =
            static_cast<std::size_t>(std::find(number.begin(), number.end(), ',') - number.begin());
        if (comma == number.size() || comma == 0 || comma > 3) {
            return number;
        }
        std::string out;
        std::size_t group = 3;
        bool fraction = false;
        for (const char c : number) {
            const bool inGroups = out.size() >= comma;
            if (c == ',' || (c == '.' && inGroups)) {
                if (group != 3) {
                    return number;
                }
                group = c == ',' ? 0 : 3;
                fraction = c == '.';
            } else {
                group += inGroups ? 1U : 0U;
            }
            if (c != ',') {
                out.push_back(c);
            }
        }
        return group == 3 || fraction ? out : number;
    }

    void finishWord(std::size_t end, bool numeric, std::string text)
    {
        if (numeric) {
            emit(end, TokenKind::Number, withoutThousands(text));
            return;
        }
        if (text.size() > 2 && text.ends_with("'s")) {
            text.resize(text.size() - 2);
        }
        emit(end, TokenKind::Word, std::move(text));
    }

    std::string_view m_text;
    std::size_t m_position = 0;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokenize(std::string_view text)
{
    return Tokenizer(text).run();
}

} // namespace parley::server::nlp
