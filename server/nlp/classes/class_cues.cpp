// SPDX-License-Identifier: MIT
#include "server/nlp/classes/class_cues.h"

#include "server/nlp/escalation/phrase_book.h"
#include "server/nlp/escalation/phrase_evidence.h"

#include <vector>

namespace parley::server::nlp {
namespace {

constexpr double kCounts = 0.9; // a hint is no cue

/// Section names as one word each: "billing_dispute" would be two for a tokenizer.
std::vector<Phrase> cuePhrases()
{
    std::vector<Phrase> phrases = readPhrases(classCueLines());
    for (Phrase& phrase : phrases) {
        std::erase(phrase.section, '_');
    }
    return phrases;
}

const PhraseBook& cueBook()
{
    static const PhraseBook kBook(cuePhrases());
    return kBook;
}

} // namespace

std::string withCues(std::string_view subject, std::string_view text, double sentiment)
{
    const PhraseText words = readPhraseText(subject, text);
    std::string out(subject);
    out += out.empty() ? "" : ". ";
    out += text;
    out += " .";
    const std::vector<Evidence> evidence = evidenceIn(cueBook(), words);
    bool any = false;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        if (evidence[i].weight >= kCounts) {
            out += " cue" + cueBook().sections()[i];
            any = true;
        }
    }
    // A handful of steps: enough for a linear model to tell anger from a report and praise from a question.
    out += sentiment < -0.6   ? " cueveryunhappy cueunhappy"
           : sentiment < -0.2 ? " cueunhappy"
           : sentiment > 0.5  ? " cuehappy"
                              : " cueneutral";
    constexpr std::size_t kFewWords = 3;
    constexpr std::size_t kManyWords = 40;
    out += words.words.size() <= kFewWords ? " cueshort" : words.words.size() > kManyWords ? " cuelong" : "";
    out += any ? "" : " cuenothing";
    return out;
}

} // namespace parley::server::nlp
