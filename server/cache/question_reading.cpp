// SPDX-License-Identifier: MIT
#include "server/cache/question_reading.h"

#include "server/cache/question_tokens.h"
#include "server/cache/question_words.h"
#include "server/nlp/stemmer.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace parley::server::cache {

namespace {

constexpr double kForeignShare = 0.25;

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 9> kQuestionWords{
    "what", "which", "who", "whom", "whose", "when", "where", "why", "how"};
constexpr std::array<std::string_view, 24> kAuxiliaries{"is",    "are",    "am",   "was",   "were",  "do",
                                                        "does",  "did",    "can",  "could", "will",  "would",
                                                        "shall", "should", "must", "may",   "might", "has",
                                                        "have",  "had",    "need", "isnt",  "ought", "be"};
constexpr std::array<std::string_view, 11> kLinks{
    "of", "in", "at", "on", "for", "to", "about", "regarding", "concerning", "with", "as"};
constexpr std::array<std::string_view, 42> kArticles{"der",   "die",   "das",     "den",   "dem",   "des",
                                                     "ein",   "eine",  "einen",   "einem", "einer", "bitte",
                                                     "el",    "la",    "los",     "las",   "un",    "una",
                                                     "por",   "favor", "le",      "les",   "une",   "l",
                                                     "il",    "lo",    "gli",     "uno",   "o",     "os",
                                                     "as",    "um",    "uma",     "de",    "het",   "een",
                                                     "hallo", "hola",  "bonjour", "ciao",  "danke", "merci"};

/// Collects the units of an English question.
class Reader {
public:
    /// @param isGeneric  "you" is whoever asks: "how do you clean your ears?"
    Reader(QuestionReading& reading, bool isGeneric) : m_reading(reading), m_isGeneric(isGeneric) {}

    void read(const std::vector<Word>& words)
    {
        m_isFronted = !words.empty() && (isOneOf(words.front().text, kLinks) ||
                                         QuestionWords::instance().isRelation(words.front().text));
        for (std::size_t i = 0; i < words.size(); ++i) {
            take(words[i], i);
        }
        settlePrice();
        std::sort(m_reading.manner.owners.begin(), m_reading.manner.owners.end());
    }

private:
    void take(const Word& word, std::size_t at)
    {
        const std::string& text = word.text;
        if (text.front() == '?') {
            question(text, word);
        } else if (word.isAcronym) {
            content(word);
        } else if (isOneOf(text, kQuestionWords)) {
            question(text == "which" ? "?what" : '?' + text, word);
        } else if (!word.isFigure && !word.isAcronym && (manner(word, at) || person(text))) {
            m_isActed = true;
        } else if (text == "and" || text == "or") {
            m_joint = text;
            m_reading.manner.ors += text == "or" ? 1U : 0U;
        } else {
            meaning(word);
        }
    }

    void question(std::string key, const Word& word)
    {
        if (m_reading.kind.empty()) {
            m_reading.kind = key;
        }
        if (key == "?yn" && m_reading.kind != "?yn") {
            return; // of a kind already
        }
        const bool isAgain = !m_reading.units.empty() && m_reading.units.back().key == key;
        if (!isAgain) {
            add(Unit{std::move(key), word.text, UnitKind::Question, WordForm::Plain, {}, {}, true, false});
        }
    }

    /// Auxiliaries: they begin yes-no questions and set the time and the manner of a question.
    bool manner(const Word& word, std::size_t at)
    {
        const std::string& text = word.text;
        QuestionManner& manner = m_reading.manner;
        // "In winter, can I ...": an auxiliary behind what was put in front begins the question.
        const bool isStart = at == 0 || (word.isAfterComma && (m_reading.units.empty() || m_isFronted));
        if (isOneOf(text, kAuxiliaries) && m_reading.kind.empty() && isStart) {
            question("?yn", Word{text, false, false, false});
        }
        if (text == "did" || text == "was" || text == "were" || text == "had") {
            manner.isPast = true;
        } else if (text == "will" || text == "shall") {
            manner.isFuture = true;
        } else if (text == "can" || text == "able" || text == "may" || text == "could" || text == "might") {
            manner.can = true;
        } else if (text == "must") {
            manner.must = true;
        } else if (text == "should" || text == "ought") {
            manner.should = true;
        } else {
            return false;
        }
        return true;
    }

    bool person(const std::string& text)
    {
        static const std::unordered_map<std::string_view, char> kPersons{{"i", '1'},
                                                                         {"me", '1'},
                                                                         {"we", '1'},
                                                                         {"us", '1'},
                                                                         {"myself", '1'},
                                                                         {"ourselves", '1'},
                                                                         {"you", '2'},
                                                                         {"yourself", '2'},
                                                                         {"he", 'h'},
                                                                         {"him", 'h'},
                                                                         {"she", 's'},
                                                                         {"they", 't'},
                                                                         {"them", 't'},
                                                                         {"himself", 'h'},
                                                                         {"herself", 's'},
                                                                         {"themselves", 't'}};
        static const std::unordered_map<std::string_view, char> kOwners{{"my", '1'},
                                                                        {"mine", '1'},
                                                                        {"our", '1'},
                                                                        {"ours", '1'},
                                                                        {"your", '2'},
                                                                        {"yours", '2'},
                                                                        {"his", 'h'},
                                                                        {"her", 's'},
                                                                        {"hers", 's'},
                                                                        {"their", 't'},
                                                                        {"theirs", 't'}};
        if (const auto found = kPersons.find(text); found != kPersons.end()) {
            narrowOnly(found->second);
            m_reading.manner.persons.push_back(m_isGeneric && found->second == '2' ? '1' : found->second);
            return true;
        }
        if (const auto found = kOwners.find(text); found != kOwners.end()) {
            std::string& owners = m_reading.manner.owners;
            const char owner = m_isGeneric && found->second == '2' ? '1' : found->second;
            if (owners.find(owner) == std::string::npos) {
                owners.push_back(owner);
            }
            return true;
        }
        return false;
    }

    /// "Only I can see" is not "I can only see".
    void narrowOnly(char person)
    {
        if (!m_reading.units.empty() && m_reading.units.back().key == "only") {
            m_reading.units.back().key = std::string("only:") + person;
        }
    }

    void meaning(const Word& word)
    {
        const QuestionWords& known = QuestionWords::instance();
        const std::string& text = word.text;
        const std::string number = numberOf(text);
        if (word.isFigure || !number.empty()) {
            add(Unit{number.empty()          ? '#' + text
                     : number.front() == '#' ? '#' + number
                                             : '#' + number,
                     text,
                     UnitKind::Number,
                     WordForm::Plain,
                     {},
                     {},
                     true,
                     false});
        } else if (text == "never" || nlp::isNegation(text)) {
            add(Unit{text == "without" ? text : "not",
                     text,
                     UnitKind::Negation,
                     WordForm::Plain,
                     {},
                     {},
                     true,
                     false});
        } else if (known.isQuantity(text)) {
            add(Unit{text, text, UnitKind::Quantity, WordForm::Plain, {}, {}, true, false});
        } else if (known.isRelation(text)) {
            add(Unit{text, text, UnitKind::Relation, WordForm::Plain, {}, {}, true, false});
        } else if (isVerbOfHow(text)) {
            content(word);
        } else if ((known.isLight(text) || text == "with") &&
                   !(word.isName && !isOneOf(text, kAuxiliaries))) {
            if (isOneOf(text, kLinks)) {
                m_link = text;
            }
            m_reading.manner.points =
                m_reading.manner.points || text == "this" || text == "these" || text == "those";
            m_reading.manner.does =
                m_reading.manner.does || ((text == "do" || text == "does") && m_reading.units.size() == 1);
            m_reading.light.push_back(text);
        } else {
            content(word);
        }
    }

    /// Light words that are what is done: "how do I get help" is not "how do I help".
    [[nodiscard]] bool isVerbOfHow(const std::string& text) const
    {
        constexpr std::array<std::string_view, 5> kVerbs{"get", "getting", "have", "having", "do"};
        return m_reading.units.size() == 1 && m_reading.units.front().key == "?how" && isOneOf(text, kVerbs);
    }

    void content(const Word& word)
    {
        const QuestionWords& known = QuestionWords::instance();
        const std::string_view base = known.baseOf(word.text);
        const std::string text = americanSpelling(base.empty() ? word.text : std::string(base));
        std::string stem = nlp::stem(text, nlp::Language::English);
        const std::string_view group = known.groupOf(text, stem);
        Unit unit;
        unit.word = word.text;
        unit.kind = word.isName ? UnitKind::Name : UnitKind::Word;
        unit.form = base.empty() ? formOf(text) : WordForm::Past;
        unit.isGroup = !group.empty();
        unit.key = unit.isGroup ? std::string(group) : std::move(stem);
        add(std::move(unit));
    }

    void add(Unit unit)
    {
        unit.link = std::exchange(m_link, {});
        unit.joint = std::exchange(m_joint, {});
        unit.isActed = std::exchange(m_isActed, false);
        m_reading.units.push_back(std::move(unit));
    }

    /// "What does it cost", "what is its price" and "how much is it" ask the same.
    void settlePrice()
    {
        auto& units = m_reading.units;
        const auto price =
            std::find_if(units.begin(), units.end(), [](const Unit& unit) { return unit.key == "=price"; });
        const bool asks = m_reading.kind == "?what" || m_reading.kind == "?amount";
        if (units.empty() || !asks || price == units.end() || units.front().kind != UnitKind::Question) {
            return;
        }
        const auto after = units.erase(price);
        if (after != units.end() && after->link == "of") {
            after->link.clear();
        }
        m_reading.kind = "?amount";
        units.front().key = "?amount";
    }

    QuestionReading& m_reading;
    bool m_isGeneric;
    std::string m_link;
    std::string m_joint;
    bool m_isActed = false;
    bool m_isFronted = false; ///< begins with a preposition
};

void readForeign(const std::vector<Word>& words, QuestionReading& reading)
{
    for (const Word& word : words) {
        if (isOneOf(word.text, kArticles)) {
            reading.light.push_back(word.text);
            continue;
        }
        Unit unit;
        unit.word = word.text;
        unit.isGroup = true;
        unit.kind = word.isFigure                ? UnitKind::Number
                    : nlp::isNegation(word.text) ? UnitKind::Negation
                                                 : UnitKind::Word;
        unit.key = word.text; // endings decide in languages that inflect
        reading.units.push_back(std::move(unit));
    }
}

} // namespace

QuestionReading readQuestion(std::string_view text)
{
    QuestionReading reading;
    const std::vector<nlp::Token> tokens = nlp::tokenize(text);
    const nlp::LanguageGuess guess = nlp::guessLanguage(tokens);
    reading.language = guess.share >= kForeignShare ? guess.language : nlp::Language::English;
    const bool isLatin = std::none_of(tokens.begin(), tokens.end(), [](const nlp::Token& token) {
        return token.kind == nlp::TokenKind::Ideographs;
    });
    const std::vector<Word> words = wordsOf(text, tokens);
    if (reading.language != nlp::Language::English || !isLatin) {
        readForeign(words, reading);
    } else {
        bool isGeneric = false;
        const std::vector<Word> phrased = rephrased(words, isGeneric);
        Reader(reading, isGeneric).read(phrased);
    }
    return reading;
}

} // namespace parley::server::cache
