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

constexpr std::array kNodes{
    Node{"guard",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Guard"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Cleans the message and looks for attempts to give orders to the agents.")},
    Node{"understand",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Understand"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Reads language, mood and named things, and hides personal data.")},
    Node{"confirm",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Confirmation"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Looks whether the customer agrees to what was proposed before.")},
    Node{"ask_for_human",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Asks for a person?"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Looks whether the customer wants to speak to a person.")},
    Node{"rules",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Rules"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Your rules, and signs of anger, law or danger.")},
    Node{"remember",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Remember"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Takes up what was said before in this conversation.")},
    Node{"cache",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Known answers"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Looks whether the same was asked and well answered before.")},
    Node{"classify",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Choose an agent"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Decides which agent the question is for.")},
    Node{"parts",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Parts"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Takes several questions in one message apart.")},
    Node{"equip",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Tools"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Gives the agent the tools it may use.")},
    Node{"look_up",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Look up"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Asks a tool for what only it can know.")},
    Node{"retrieve",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Find passages"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Searches the knowledge for passages that answer.")},
    Node{"draft",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Draft"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Takes sentences of the passages that answer.")},
    Node{"clarify",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Ask back?"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Asks what is meant, where several things could be.")},
    Node{"clarify_answer",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "What was meant"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Reads what the customer answered to our question.")},
    Node{"gate",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Sure enough?"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Compares the confidence with the one that is needed.")},
    Node{"compose",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Write"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Writes the answer.")},
    Node{"check",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Check"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Drops every sentence that no passage supports.")},
    Node{"assess",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Assess"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Judges the finished answer once more.")},
    Node{"deliver",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Answer"),
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Sends the answer to the customer.")},
    Node{"bridge",
         QT_TRANSLATE_NOOP("parley::console::RunWords", "Hand to people"),
         QT_TRANSLATE_NOOP("parley::console::RunWords",
                           "Tells the customer that a person takes over, and opens a ticket.")}};

constexpr std::array kFactors{
    Factor{"coverage", QT_TRANSLATE_NOOP("parley::console::RunWords", "The passages cover the question")},
    Factor{"answered", QT_TRANSLATE_NOOP("parley::console::RunWords", "The draft answers what was asked")},
    Factor{"focus", QT_TRANSLATE_NOOP("parley::console::RunWords", "One passage has it all")},
    Factor{"lead", QT_TRANSLATE_NOOP("parley::console::RunWords", "The best passage is clearly the best")},
    Factor{"margin", QT_TRANSLATE_NOOP("parley::console::RunWords", "Far ahead of the next passage")},
    Factor{"title_match", QT_TRANSLATE_NOOP("parley::console::RunWords", "The title says the same")},
    Factor{"weak_title", QT_TRANSLATE_NOOP("parley::console::RunWords", "The title says something else")},
    Factor{"brevity", QT_TRANSLATE_NOOP("parley::console::RunWords", "The question is very short")},
    Factor{"missing", QT_TRANSLATE_NOOP("parley::console::RunWords", "Words of the question are missing")},
    Factor{"missing_under_other_title",
           QT_TRANSLATE_NOOP("parley::console::RunWords", "Missing, under another title")},
    Factor{"unknown_share",
           QT_TRANSLATE_NOOP("parley::console::RunWords", "Words that the knowledge never uses")},
    Factor{"out_of_scope", QT_TRANSLATE_NOOP("parley::console::RunWords", "Not what these agents are for")},
    Factor{"unclear_agent",
           QT_TRANSLATE_NOOP("parley::console::RunWords", "Not clear which agent it is for")},
    Factor{"negative_mood", QT_TRANSLATE_NOOP("parley::console::RunWords", "The customer is upset")},
    Factor{"risk", QT_TRANSLATE_NOOP("parley::console::RunWords", "Signs that it is for people")},
    Factor{"unsupported",
           QT_TRANSLATE_NOOP("parley::console::RunWords", "Sentences that no passage supports")},
    Factor{"own_score", QT_TRANSLATE_NOOP("parley::console::RunWords", "What the model thinks of itself")}};

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
