// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/escalation_rules.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace parley::server::nlp;

namespace {

EscalationRule shipped(const std::string& id)
{
    for (EscalationRule& rule : EscalationRules::defaults()) {
        if (rule.id == id) {
            return rule;
        }
    }
    throw std::logic_error("no shipped rule " + id);
}

EscalationRule ownRule(std::vector<std::string> keywords)
{
    EscalationRule rule;
    rule.id = "4f1c";
    rule.name = "Wholesale";
    rule.reason = "wholesale";
    rule.when.keywords = std::move(keywords);
    return rule;
}

EscalationVerdict judge(const std::vector<EscalationRule>& rules,
                        std::string_view text,
                        double sentiment = 0,
                        std::string_view category = {})
{
    return EscalationRules(rules).judge(
        {.subject = {}, .text = text, .sentiment = sentiment, .category = category});
}

} // namespace

class EscalationEditingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereIsOneShippedRuleAReasonAndTheyDiffer()
    {
        std::vector<std::string> ids;
        for (const EscalationRule& rule : EscalationRules::defaults()) {
            QCOMPARE(rule.id, rule.reason);
            QVERIFY(rule.enabled);
            QVERIFY(!rule.name.empty());
            ids.push_back(rule.id);
        }

        std::sort(ids.begin(), ids.end());
        QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
        for (const char* reason : {"refund",
                                   "billing_dispute",
                                   "legal",
                                   "security",
                                   "data_loss",
                                   "outage",
                                   "deletion",
                                   "ownership",
                                   "churn",
                                   "anger",
                                   "human_request"}) {
            QVERIFY(std::binary_search(ids.begin(), ids.end(), std::string(reason)));
        }
    }

    void aDisabledRuleFindsNothing()
    {
        EscalationRule rule = shipped("refund");
        rule.enabled = false;

        QVERIFY(judge({}, "I want a refund").escalate);
        QVERIFY(!judge({rule}, "I want a refund").escalate);
        QVERIFY(judge({rule}, "My account was hacked").escalate);
    }

    void ownKeywordsAddToAShippedRule()
    {
        EscalationRule rule = shipped("refund");
        rule.when.keywords = {"Kulanz*"};

        const auto keyword = judge({rule}, "Wir bitten um eine Kulanzregelung");

        QVERIFY(keyword.escalate);
        QCOMPARE(keyword.reason, std::string("refund"));
        QVERIFY(judge({rule}, "I want a refund").escalate);
        QVERIFY(!judge({}, "Wir bitten um eine Kulanzregelung").escalate);
    }

    void anOwnRuleFindsItsWordsAndPhrasesInAnyCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("phrase") << QStringLiteral("We buy in BULK orders, mostly") << true;
        QTest::newRow("words apart") << QStringLiteral("bulk of our orders") << false;
        QTest::newRow("accent") << QStringLiteral("the Großhandel") << true;
        QTest::newRow("part of a word") << QStringLiteral("bulky ordering") << false;
        QTest::newRow("negated") << QStringLiteral("these are not bulk orders") << false;
    }

    void anOwnRuleFindsItsWordsAndPhrasesInAnyCase()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);

        const auto verdict = judge({ownRule({"bulk orders", "grosshandel"})}, text.toStdString());

        QCOMPARE(verdict.escalate, found);
        QCOMPARE(verdict.reason, found ? std::string("wholesale") : std::string());
    }

    void conditionsMustAllHold_data()
    {
        QTest::addColumn<double>("sentiment");
        QTest::addColumn<QString>("category");
        QTest::addColumn<bool>("found");
        QTest::newRow("both") << -0.51 << QStringLiteral("billing") << true;
        QTest::newRow("not below") << -0.5 << QStringLiteral("billing") << false;
        QTest::newRow("other category") << -0.9 << QStringLiteral("technical") << false;
        QTest::newRow("neither") << 0.0 << QString() << false;
    }

    void conditionsMustAllHold()
    {
        QFETCH(double, sentiment);
        QFETCH(QString, category);
        QFETCH(bool, found);
        EscalationRule rule = ownRule({});
        rule.when.categories = {"billing", "legal"};
        rule.when.sentimentBelow = -0.5;

        const auto verdict = judge({rule}, "The blue one, please.", sentiment, category.toStdString());

        QCOMPARE(verdict.escalate, found);
    }

    void conditionsNarrowAShippedRule()
    {
        EscalationRule rule = shipped("refund");
        rule.when.categories = {"billing"};

        QVERIFY(judge({rule}, "I want a refund", 0, "billing").escalate);
        QVERIFY(!judge({rule}, "I want a refund", 0, "technical").escalate);
    }

    void anOwnRuleWithoutConditionsFindsNothing()
    {
        QVERIFY(!judge({ownRule({})}, "The blue one, please.", -1).escalate);
        QVERIFY(!judge({ownRule({"***", ""})}, "The blue one, please.", -1).escalate);
    }

    void theLevelIsThatOfTheRule()
    {
        EscalationRule rule = ownRule({"bulk"});
        const auto likely = judge({rule}, "bulk");
        rule.level = EscalationLevel::Always;
        const auto always = judge({rule}, "bulk");

        QVERIFY(likely.escalate);
        QCOMPARE(likely.level, EscalationLevel::Likely);
        QCOMPARE(always.level, EscalationLevel::Always);
        QVERIFY(always.score > likely.score);
    }

    void thePriorityNamesTheReason()
    {
        EscalationRule rule = ownRule({"bulk"});
        rule.level = EscalationLevel::Always;
        rule.priority = 1000;
        const std::string_view text = "I want a refund for the bulk delivery";
        QCOMPARE(judge({rule}, text).reason, std::string("refund"));

        rule.priority = 1;
        QCOMPARE(judge({rule}, text).reason, std::string("wholesale"));
    }
};

PARLEY_TEST("escalation_editing", EscalationEditingTest)
#include "escalation_editing_test.moc"
