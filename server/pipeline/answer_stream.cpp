// SPDX-License-Identifier: MIT
#include "server/pipeline/answer_stream.h"

#include "server/agents/prompt.h"
#include "server/nlp/sentences.h"
#include "server/pipeline/answer_text.h"
#include "server/pipeline/citing.h"
#include "shared/core/text.h"

#include <algorithm>
#include <utility>

namespace parley::server::pipeline {

namespace {

/// A sentence beyond this is checked as it stands: nobody waits for the end of a line without one.
constexpr std::size_t kLongestSentence = 2'000;
/// Dropped sentences that are kept for the trace.
constexpr std::size_t kKept = 20;
/// Words by which a repetition of the instructions is told.
constexpr std::size_t kWatchedWords = 8;
/// No address is longer.
constexpr std::size_t kLongestWord = 4'096;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// White space between sentences as it is told: line breaks stay, at most two.
std::string told(const std::string& gap)
{
    const auto breaks = std::count(gap.begin(), gap.end(), '\n');
    return breaks == 0 ? " " : breaks == 1 ? "\n" : "\n\n";
}

/// It gives an e-mail address that a document or a tool brought, under the name that stands for it.
bool namesStrangersAddress(const std::string& sentence, const Turn& turn)
{
    return std::ranges::any_of(turn.masked.map, [&](const nlp::MaskedDetail& detail) {
        return detail.original.find('@') != std::string::npos &&
               sentence.find(detail.placeholder) != std::string::npos &&
               turn.text.find(detail.original) == std::string::npos;
    });
}

/// The sentence without the names of details: they are the customer's own, and no claim.
std::string withoutDetails(std::string text, const std::vector<nlp::MaskedDetail>& details)
{
    for (const nlp::MaskedDetail& detail : details) {
        for (std::size_t at = text.find(detail.placeholder); at != std::string::npos;
             at = text.find(detail.placeholder)) {
            text.erase(at, detail.placeholder.size());
        }
    }
    return text;
}

} // namespace

void AnswerStream::tell(const std::string& piece)
{
    if (!piece.empty()) {
        m_turn.reply += piece;
        m_turn.sink->onToken(piece);
    }
}

void AnswerStream::add(std::string_view piece)
{
    if (m_isOver) {
        return;
    }
    m_bytes += piece.size();
    if (m_options.checks) {
        m_buffer += piece;
        cutSentences(false);
    } else {
        addRaw(piece);
    }
    m_isOver = m_isOver || m_bytes > m_options.mostBytes;
}

void AnswerStream::endText(bool isWhole)
{
    if (m_options.checks) {
        if (!isWhole && !endsSentence(trimmed(m_buffer)) && m_claims > 0) {
            m_buffer.clear();
        }
        cutSentences(true);
        m_gap += '\n';
    } else {
        tell(passWord());
        m_gap = m_turn.reply.empty() ? std::string() : "\n";
    }
}

void AnswerStream::reset()
{
    m_buffer.clear();
    m_gap.clear();
    m_word.clear();
    m_lastWords.clear();
    m_bytes = 0;
    m_source = 0;
    m_claims = 0;
    m_dropped.clear();
    m_score.reset();
    m_isOver = m_saysNoAnswer = m_hasLeaked = false;
    m_turn.citations.resize(std::min(m_citationsBefore, m_turn.citations.size()));
    if (!m_turn.reply.empty()) {
        m_turn.reply.clear();
        m_turn.sink->onReset();
    }
}

void AnswerStream::close()
{
    if (m_source != 0) {
        tell(citationMark(m_source));
        m_source = 0;
    }
}

bool AnswerStream::readMark(bool isLast)
{
    const std::size_t length = markLength(m_buffer);
    if (length == 0 || (length == std::string_view::npos && isLast)) {
        return false;
    }
    if (length == std::string_view::npos) {
        return true; // wait for its end
    }
    // It belongs to the sentence before, whose passage has been found already.
    m_buffer.erase(0, length);
    cutSentences(isLast);
    return true;
}

void AnswerStream::cutSentences(bool isLast)
{
    for (;;) {
        std::size_t blanks = 0;
        while (blanks < m_buffer.size() && isBlank(m_buffer[blanks])) {
            ++blanks;
        }
        m_gap.append(m_buffer, 0, blanks);
        m_buffer.erase(0, blanks);
        if (m_buffer.empty() || readMark(isLast)) {
            return;
        }
        const std::size_t lineEnd = m_buffer.find('\n');
        const std::string_view line = std::string_view(m_buffer).substr(0, lineEnd);
        const auto sentences = nlp::splitSentences(line);
        if (sentences.empty()) {
            return;
        }
        const std::string_view first = sentences.front().text;
        const std::size_t end = static_cast<std::size_t>(first.data() - line.data()) + first.size();
        const bool isWhole = sentences.size() > 1 || lineEnd != std::string::npos || isLast ||
                             line.size() > kLongestSentence ||
                             (sentences.front().kind == nlp::SentenceKind::Prose && endsSentence(line));
        if (!isWhole) {
            return;
        }
        const std::string sentence(first);
        m_buffer.erase(0, end);
        take(sentence);
    }
}

void AnswerStream::take(std::string_view sentence)
{
    if (const auto score = readScore(sentence)) {
        m_score = score;
        return;
    }
    if (sentence.find(agents::kNoAnswer) != std::string_view::npos) {
        m_saysNoAnswer = true;
        return;
    }
    const MarkedSentence marked = readMarks(sentence, m_options.passages);
    if (marked.text.empty()) {
        return;
    }
    if (namesStrangersAddress(marked.text, m_turn)) {
        if (m_dropped.size() < kKept) {
            m_dropped.push_back({marked.text, "address"});
        }
        return;
    }
    const std::string claim = withoutDetails(marked.text, m_turn.masked.map);
    const Sources::Support support = m_sources.check(claim, marked.cited);
    if (!support.fault.empty()) {
        if (m_dropped.size() < kKept) {
            m_dropped.push_back({marked.text, support.fault});
        }
        m_gap = m_gap.find('\n') == std::string::npos ? std::string() : "\n";
        return;
    }
    m_claims += support.isClaim ? 1U : 0U;
    release(marked.text, support.passage);
}

void AnswerStream::release(std::string_view sentence, std::optional<std::size_t> passage)
{
    const std::size_t source = passage ? cite(m_turn, m_turn.found.hits.at(*passage)) : 0;
    std::string piece = m_source != 0 && source != m_source ? citationMark(m_source) : std::string();
    piece += m_turn.reply.empty() ? std::string() : told(m_gap);
    piece += nlp::unmaskPii(sentence, m_turn.masked.map);
    m_source = source;
    m_gap.clear();
    tell(piece);
}

void AnswerStream::watchWords(std::string_view text)
{
    m_lastWords.emplace_back(text);
    if (m_lastWords.size() > kWatchedWords) {
        m_lastWords.pop_front();
    }
    std::string line;
    for (const std::string& word : m_lastWords) {
        line += word + ' ';
    }
    if (m_sources.repeatsInstructions(line)) {
        m_hasLeaked = m_isOver = true;
    }
}

std::string AnswerStream::passWord()
{
    const std::string whole = m_word + m_buffer;
    std::string piece;
    if (trimmed(whole) == agents::kNoAnswer) {
        m_saysNoAnswer = true;
    } else if (const MarkedSentence marked = readMarks(m_buffer, m_options.passages); !marked.cited.empty()) {
        piece = marked.text;
        for (const std::size_t passage : marked.cited) {
            piece += citationMark(cite(m_turn, m_turn.found.hits.at(passage)));
        }
    } else if (m_sources.allowsAddresses(whole)) {
        piece = nlp::unmaskPii(m_buffer, m_turn.masked.map);
    } else {
        m_dropped.push_back({whole, "address"});
    }
    m_buffer.clear();
    m_word.clear();
    if (!whole.empty()) {
        watchWords(whole);
    }
    return m_hasLeaked ? std::string() : piece;
}

void AnswerStream::addRaw(std::string_view piece)
{
    std::string passed;
    const auto pass = [&](std::string text) {
        if (!text.empty()) {
            m_claims = 1;
            passed += std::exchange(m_gap, std::string()) + text;
        }
    };
    for (const char c : piece) {
        if (isBlank(c)) {
            pass(passWord());
            const bool isBegun = !m_turn.reply.empty() || !passed.empty();
            m_gap += isBegun ? std::string(1, c) : std::string();
        } else {
            m_buffer += c;
        }
        if (m_isOver) {
            break;
        }
    }
    // What could become an address, a name in brackets or the word for "no answer" is held to its end.
    const std::string whole = m_word + m_buffer;
    const bool isHeld = whole.find_first_of(".:/@[(") != std::string::npos && whole.size() < kLongestWord;
    const bool isNoAnswer = m_turn.reply.empty() && passed.empty() && agents::kNoAnswer.starts_with(whole);
    if (!m_buffer.empty() && !isHeld && !isNoAnswer && !m_isOver) {
        m_word += m_buffer;
        pass(std::exchange(m_buffer, std::string()));
    }
    tell(passed);
}

} // namespace parley::server::pipeline
