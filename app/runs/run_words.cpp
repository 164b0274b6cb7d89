// SPDX-License-Identifier: MIT
#include "app/runs/run_words.h"

#include "app/workspace/desk_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace parley::console::words {

namespace {

constexpr qint64 kMillisecond = 1000;
constexpr qint64 kSecond = 1000 * kMillisecond;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::RunWords)
};

struct Node {
    const char* name;
    const char* text;
    const char* purpose;
};

struct Factor {
    const char* name;
    const char* text;
};

#define PARLEY_WORD(text) QT_TRANSLATE_NOOP("parley::console::RunWords", text)

constexpr std::array kNodes{
    Node{"guard",
         PARLEY_WORD("Guard"),
         PARLEY_WORD("Cleans the message and looks for attempts to give orders to the agents.")},
    Node{"understand",
         PARLEY_WORD("Understand"),
         PARLEY_WORD("Reads language, mood and named things, and hides personal data.")},
    Node{"confirm",
         PARLEY_WORD("Confirmation"),
         PARLEY_WORD("Looks whether the customer agrees to what was proposed before.")},
    Node{"ask_for_human",
         PARLEY_WORD("Asks for a person?"),
         PARLEY_WORD("Looks whether the customer wants to speak to a person.")},
    Node{"rules", PARLEY_WORD("Rules"), PARLEY_WORD("Your rules, and signs of anger, law or danger.")},
    Node{"remember",
         PARLEY_WORD("Remember"),
         PARLEY_WORD("Takes up what was said before in this conversation.")},
    Node{"cache",
         PARLEY_WORD("Known answers"),
         PARLEY_WORD("Looks whether the same was asked and well answered before.")},
    Node{"classify", PARLEY_WORD("Choose an agent"), PARLEY_WORD("Decides which agent the question is for.")},
    Node{"parts", PARLEY_WORD("Parts"), PARLEY_WORD("Takes several questions in one message apart.")},
    Node{"equip", PARLEY_WORD("Tools"), PARLEY_WORD("Gives the agent the tools it may use.")},
    Node{"look_up", PARLEY_WORD("Look up"), PARLEY_WORD("Asks a tool for what only it can know.")},
    Node{"retrieve",
         PARLEY_WORD("Find passages"),
         PARLEY_WORD("Searches the knowledge for passages that answer.")},
    Node{"draft", PARLEY_WORD("Draft"), PARLEY_WORD("Takes sentences of the passages that answer.")},
    Node{"clarify",
         PARLEY_WORD("Ask back?"),
         PARLEY_WORD("Asks what is meant, where several things could be.")},
    Node{"clarify_answer",
         PARLEY_WORD("What was meant"),
         PARLEY_WORD("Reads what the customer answered to our question.")},
    Node{"gate",
         PARLEY_WORD("Sure enough?"),
         PARLEY_WORD("Compares the confidence with the one that is needed.")},
    Node{"compose", PARLEY_WORD("Write"), PARLEY_WORD("Writes the answer.")},
    Node{"check", PARLEY_WORD("Check"), PARLEY_WORD("Drops every sentence that no passage supports.")},
    Node{"assess", PARLEY_WORD("Assess"), PARLEY_WORD("Judges the finished answer once more.")},
    Node{"deliver", PARLEY_WORD("Answer"), PARLEY_WORD("Sends the answer to the customer.")},
    Node{"bridge",
         PARLEY_WORD("Hand to people"),
         PARLEY_WORD("Tells the customer that a person takes over, and opens a ticket.")}};

constexpr std::array kFactors{Factor{"coverage", PARLEY_WORD("The passages cover the question")},
                              Factor{"answered", PARLEY_WORD("The draft answers what was asked")},
                              Factor{"focus", PARLEY_WORD("One passage has it all")},
                              Factor{"lead", PARLEY_WORD("The best passage is clearly the best")},
                              Factor{"margin", PARLEY_WORD("Far ahead of the next passage")},
                              Factor{"title_match", PARLEY_WORD("The title says the same")},
                              Factor{"weak_title", PARLEY_WORD("The title says something else")},
                              Factor{"brevity", PARLEY_WORD("The question is very short")},
                              Factor{"missing", PARLEY_WORD("Words of the question are missing")},
                              Factor{"missing_under_other_title",
                                     PARLEY_WORD("Missing, under another title")},
                              Factor{"unknown_share", PARLEY_WORD("Words that the knowledge never uses")},
                              Factor{"out_of_scope", PARLEY_WORD("Not what these agents are for")},
                              Factor{"unclear_agent", PARLEY_WORD("Not clear which agent it is for")},
                              Factor{"negative_mood", PARLEY_WORD("The customer is upset")},
                              Factor{"risk", PARLEY_WORD("Signs that it is for people")},
                              Factor{"unsupported", PARLEY_WORD("Sentences that no passage supports")},
                              Factor{"own_score", PARLEY_WORD("What the model thinks of itself")}};

#undef PARLEY_WORD

const Node* find(const QString& name)
{
    for (const Node& each : kNodes) {
        if (name == QLatin1String(each.name)) {
            return &each;
        }
    }
    return nullptr;
}

} // namespace

QString node(const QString& name)
{
    const Node* known = find(name);
    return known != nullptr ? Words::tr(known->text) : plain(name);
}

QString nodePurpose(const QString& name)
{
    const Node* known = find(name);
    return known != nullptr ? Words::tr(known->purpose) : QString();
}

QString factor(const QString& name)
{
    for (const Factor& each : kFactors) {
        if (name == QLatin1String(each.name)) {
            return Words::tr(each.text);
        }
    }
    return plain(name);
}

QString microseconds(qint64 durationUs)
{
    const qint64 us = qMax<qint64>(0, durationUs);
    if (us < kMillisecond) {
        return Words::tr("%1 µs").arg(us);
    }
    if (us < kSecond) {
        const double ms = static_cast<double>(us) / kMillisecond;
        return Words::tr("%1 ms").arg(QLocale().toString(ms, 'f', us < 10 * kMillisecond ? 1 : 0));
    }
    return Words::tr("%1 s").arg(QLocale().toString(static_cast<double>(us) / kSecond, 'f', 1));
}

} // namespace parley::console::words
