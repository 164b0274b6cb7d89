// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/sources.h"
#include "server/pipeline/turn.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::pipeline {

/// What a model writes, on its way to the customer. Each sentence is held until it is complete, checked
/// against the sources and released, or dropped. Marks such as [2] are read as numbers of passages and
/// renumbered; what names no passage vanishes. Personal details are put back. Without checks the text is
/// passed on as it comes, but for addresses that no source has. Writes turn.reply and turn.citations.
/// @thread the turn's
class AnswerStream {
public:
    struct Options {
        bool checks = true;
        std::size_t mostBytes = 16'384; ///< what is longer is no answer
        std::size_t passages = 0;       ///< how many there are to cite
    };
    struct Dropped {
        std::string text; ///< PII-masked
        std::string_view fault;
    };

    AnswerStream(Turn& turn, const Sources& sources, Options options)
        : m_turn(turn), m_sources(sources), m_options(options), m_citationsBefore(turn.citations.size())
    {}

    /// The next piece of the model's text.
    void add(std::string_view piece);
    /// Another text follows this one (after a tool's result). @param isWhole  false: it was cut off
    void endText(bool isWhole = true);
    /// Forgets everything, also what the customer was told.
    void reset();
    /// Puts the mark behind the last sentence.
    void close();

    /// The model writes without end, or repeats what it was told: nothing more is read.
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// The text told what the model was told.
    [[nodiscard]] bool hasLeaked() const { return m_hasLeaked; }
    /// The model said that nothing answers.
    [[nodiscard]] bool saysNoAnswer() const { return m_saysNoAnswer; }
    [[nodiscard]] std::optional<double> score() const { return m_score; }
    /// Sentences that state something and were released.
    [[nodiscard]] std::size_t claims() const { return m_claims; }
    [[nodiscard]] const std::vector<Dropped>& dropped() const { return m_dropped; }

private:
    void cutSentences(bool isLast);
    void take(std::string_view sentence);
    void release(std::string_view sentence, std::optional<std::size_t> passage);
    void tell(const std::string& piece);
    bool readMark(bool isLast);
    void addRaw(std::string_view piece);
    /// @return what of the held word may be told
    std::string passWord();
    void watchWords(std::string_view text);

    Turn& m_turn;
    const Sources& m_sources;
    Options m_options;
    std::size_t m_citationsBefore; ///< of other parts of the reply
    std::string m_buffer;          ///< checked: not yet cut; raw: the word that is held
    std::string m_gap;             ///< white space before the next sentence
    std::string m_word;            ///< raw: of the word at hand, what has been passed on
    std::deque<std::string> m_lastWords;
    std::size_t m_bytes = 0;
    std::size_t m_source = 0; ///< whose mark is still to come; 0: none
    std::size_t m_claims = 0;
    std::vector<Dropped> m_dropped;
    std::optional<double> m_score;
    bool m_isOver = false;
    bool m_hasLeaked = false;
    bool m_saysNoAnswer = false;
};

} // namespace parley::server::pipeline
