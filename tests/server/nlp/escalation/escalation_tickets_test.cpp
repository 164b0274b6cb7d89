// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/escalation_rules.h"
#include "server/nlp/sentiment/sentiment.h"
#include "tests/support/test_main.h"

#include <fstream>
#include <map>
#include <string>
#include <vector>

using namespace parley::server::nlp;

namespace {

struct Ticket {
    std::string reason; ///< "-" where no person is needed
    std::string subject;
    std::string message;
};

std::vector<Ticket> ticketsOf(const std::string& name)
{
    std::ifstream in(std::string(PARLEY_SOURCE_DIR "/tests/server/nlp/escalation/") + name);
    std::vector<Ticket> tickets;
    std::string line;
    while (std::getline(in, line)) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        tickets.push_back(
            {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return tickets;
}

struct Share {
    std::size_t right = 0;
    std::size_t of = 0;

    [[nodiscard]] double value() const { return static_cast<double>(right) / static_cast<double>(of); }
};

struct Shares {
    Share all;
    Share escalated;                     // recall
    std::map<std::string, Share> reason; // recall by reason
};

Shares sharesOf(const std::string& file)
{
    const EscalationRules rules;
    Shares shares;
    for (const Ticket& ticket : ticketsOf(file)) {
        const bool wanted = ticket.reason != "-";
        const double mood = sentiment(ticket.subject + ". " + ticket.message);
        const auto verdict = rules.judge(
            {.subject = ticket.subject, .text = ticket.message, .sentiment = mood, .category = {}});
        ++shares.all.of;
        shares.all.right += verdict.escalate == wanted ? 1U : 0U;
        if (wanted) {
            ++shares.escalated.of;
            ++shares.reason[ticket.reason].of;
            shares.escalated.right += verdict.escalate ? 1U : 0U;
            shares.reason[ticket.reason].right += verdict.escalate ? 1U : 0U;
        }
        if (verdict.escalate != wanted) {
            qInfo("%.2f %s: %s | %s",
                  verdict.score,
                  ticket.reason.c_str(),
                  ticket.subject.c_str(),
                  ticket.message.c_str());
        }
    }
    return shares;
}

} // namespace

/// The invented tickets beside this file, of many trades: what the phrases were written with.
class EscalationTicketsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mostTicketsAreJudgedAsTheirAuthorsWould_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("English") << QStringLiteral("tickets_english.tsv") << 400;
        QTest::newRow("German, Spanish, French") << QStringLiteral("tickets_other.tsv") << 70;
        QTest::newRow("long") << QStringLiteral("tickets_long.tsv") << 30;
    }

    void mostTicketsAreJudgedAsTheirAuthorsWould()
    {
        QFETCH(QString, file);
        QFETCH(int, atLeast);

        const Shares shares = sharesOf(file.toStdString());

        QVERIFY(shares.all.of >= static_cast<std::size_t>(atLeast));
        QVERIFY2(shares.all.value() >= 0.95, qPrintable(QString::number(shares.all.value())));
        QVERIFY2(shares.escalated.value() >= 0.93, qPrintable(QString::number(shares.escalated.value())));
    }

    void noReasonIsForgotten()
    {
        const Shares shares = sharesOf("tickets_english.tsv");

        for (const EscalationRule& rule : EscalationRules::defaults()) {
            QVERIFY2(shares.reason.contains(rule.reason), rule.reason.c_str());
            const double recall = shares.reason.at(rule.reason).value();
            QVERIFY2(recall >= 0.8,
                     qPrintable(QString::fromStdString(rule.reason) + QString::number(recall)));
        }
    }
};

PARLEY_TEST("escalation_tickets", EscalationTicketsTest)
#include "escalation_tickets_test.moc"
