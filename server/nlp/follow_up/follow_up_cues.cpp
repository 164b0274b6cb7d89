// SPDX-License-Identifier: MIT
#include "server/nlp/follow_up/follow_up_cues.h"

#include "server/nlp/escalation/phrase_book.h"

#include <algorithm>

namespace parley::server::nlp {

namespace {

struct Book {
    PhraseBook phrases{readPhrases(followUpLines())};
    std::size_t opens = phrases.sectionNamed("opens");
    std::size_t pronouns = phrases.sectionNamed("pronouns");
    std::size_t replies = phrases.sectionNamed("replies");
};

const Book& book()
{
    static const Book kBook;
    return kBook;
}

bool overlap(const PhraseMatch& one, const PhraseMatch& other)
{
    return one.first < other.last && other.first < one.last;
}

/// Those that no mask of their own section covers.
std::vector<PhraseMatch> countedIn(const PhraseText& text)
{
    const PhraseBook& phrases = book().phrases;
    const std::vector<PhraseMatch> found = phrases.find(text);
    std::vector<PhraseMatch> counted;
    for (const PhraseMatch& match : found) {
        const bool isMasked = std::any_of(found.begin(), found.end(), [&](const PhraseMatch& mask) {
            return phrases.phrase(mask.phrase).isMask &&
                   phrases.sectionOf(mask.phrase) == phrases.sectionOf(match.phrase) && overlap(mask, match);
        });
        if (!phrases.phrase(match.phrase).isMask && !isMasked) {
            counted.push_back(match);
        }
    }
    return counted;
}

} // namespace

FollowUpCues followUpCues(std::string_view text, Language language)
{
    const PhraseText read = readPhraseText({}, text);
    FollowUpCues cues;
    cues.words = read.words.size();
    std::vector<std::size_t> empty; // where words without content begin
    for (const PhraseMatch& match : countedIn(read)) {
        const std::size_t section = book().phrases.sectionOf(match.phrase);
        if (section == book().opens) {
            cues.opens = true;
            const std::size_t end =
                match.last < read.words.size() ? read.words[match.last].begin : text.size();
            cues.openerEnd = match.first == 0 ? std::max(cues.openerEnd, end) : cues.openerEnd;
            continue;
        }
        const bool isReply = section == book().replies;
        cues.refers = cues.refers || !isReply;
        if (isReply || section == book().pronouns) {
            empty.push_back(read.words[match.first].begin);
        }
    }
    std::vector<Token> tokens = tokenize(text);
    std::erase_if(tokens, [&](const Token& token) {
        return token.begin < cues.openerEnd ||
               std::find(empty.begin(), empty.end(), token.begin) != empty.end();
    });
    cues.content = contentTerms(tokens, language);
    std::erase_if(cues.content, [](const Term& term) { return term.filler; });
    return cues;
}

} // namespace parley::server::nlp
