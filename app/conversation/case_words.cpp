// SPDX-License-Identifier: MIT
#include "app/conversation/case_words.h"

#include "app/widgets/display_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::CaseWords)
};

struct Entry {
    const char* name;
    const char* words;
};

constexpr std::array kReasons{
    Entry{"customer_request",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "The customer asked for a person.")},
    Entry{"human_request",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "The customer asked for a person.")},
    Entry{"low_confidence",
          QT_TRANSLATE_NOOP("parley::console::CaseWords",
                            "The agents were not sure enough of their answer.")},
    Entry{"no_answer",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "The knowledge base has no answer to this.")},
    Entry{"keyword",
          QT_TRANSLATE_NOOP("parley::console::CaseWords",
                            "The customer used a word that goes to people at once.")},
    Entry{"failure",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "Something failed while the agents answered.")},
    Entry{"tool_failed",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "A tool that the answer needed failed.")},
    Entry{"timeout", QT_TRANSLATE_NOOP("parley::console::CaseWords", "The agents did not answer in time.")},
    Entry{"taken_over",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "A colleague took the conversation over.")},
    Entry{"accept_timeout",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "Whoever took the case did not answer in time.")},
    Entry{"holder_gone", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Whoever had the case went away.")},
    Entry{"safety", QT_TRANSLATE_NOOP("parley::console::CaseWords", "It may be about danger to somebody.")},
    Entry{"deletion",
          QT_TRANSLATE_NOOP("parley::console::CaseWords",
                            "It is about deleting an account or personal data.")},
    Entry{"legal", QT_TRANSLATE_NOOP("parley::console::CaseWords", "It is a legal matter.")},
    Entry{"security",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "It is about a break-in, a leak or fraud.")},
    Entry{"press", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Press or media are asking.")},
    Entry{"refund",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "It is about money back or compensation.")},
    Entry{"billing_dispute",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "A charge or an invoice is disputed.")},
    Entry{"ownership",
          QT_TRANSLATE_NOOP("parley::console::CaseWords",
                            "It is about whose account this is, or access to it.")},
    Entry{"pricing", QT_TRANSLATE_NOOP("parley::console::CaseWords", "A discount or a quote is asked for.")},
    Entry{"data_loss", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Data are lost.")},
    Entry{"outage",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "An outage or a critical fault is reported.")},
    Entry{"churn", QT_TRANSLATE_NOOP("parley::console::CaseWords", "The customer is about to leave.")},
    Entry{"anger",
          QT_TRANSLATE_NOOP("parley::console::CaseWords",
                            "The customer is angry, or writes again and again.")}};

constexpr std::array kFactors{
    Entry{"coverage", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Passage speaks of the question")},
    Entry{"focus", QT_TRANSLATE_NOOP("parley::console::CaseWords", "One sentence says it")},
    Entry{"answered", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Answer speaks of the question")},
    Entry{"title_match", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Title is the question")},
    Entry{"unknown_share", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Words nobody wrote about")},
    Entry{"margin", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Ahead of other documents")},
    Entry{"cue", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Amount or time that was asked for")},
    Entry{"brevity", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Very short question")},
    Entry{"missing", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Important word is missing")},
    Entry{"lead", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Best sentence stands out")},
    Entry{"other_name", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Names something else")},
    Entry{"weak_title", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Title is about something else")},
    Entry{"missing_under_other_title",
          QT_TRANSLATE_NOOP("parley::console::CaseWords", "Word missing, under another title")},
    Entry{"out_of_scope", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Outside what is answered here")},
    Entry{"unclear_agent", QT_TRANSLATE_NOOP("parley::console::CaseWords", "Unclear whose question it is")}};

/// What is not known here keeps its own name: a server may have more.
template <std::size_t Count>
QString wordsOf(const std::array<Entry, Count>& entries, const QString& name)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&name](const Entry& each) {
        return name == QLatin1String(each.name);
    });
    if (found != entries.end()) {
        return QCoreApplication::translate("parley::console::CaseWords", found->words);
    }
    QString shown = displayLine(name, 80);
    return shown.replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

QString reasonWords(const QString& reason)
{
    return wordsOf(kReasons, reason);
}

QString factorWords(const QString& factor)
{
    return wordsOf(kFactors, factor);
}

QString outcomeWords(const QString& outcome)
{
    if (outcome == QLatin1String("answered")) {
        return Words::tr("Answered");
    }
    if (outcome == QLatin1String("unanswered")) {
        return Words::tr("Not answered yet");
    }
    if (outcome == QLatin1String("waiting")) {
        return Words::tr("Waits for a person");
    }
    return outcome == QLatin1String("resolved") ? Words::tr("Resolved") : displayLine(outcome, 40);
}

} // namespace parley::console
