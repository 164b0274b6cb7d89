// SPDX-License-Identifier: MIT
#include "server/agents/rule_book.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server;
using agents::BookedRule;
using agents::RuleChanges;

namespace {

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    Result<BookedRule> create(RuleChanges changes)
    {
        return run(book.create(tenant, std::move(changes), identity::Actor::system()));
    }
    Result<BookedRule> update(const std::string& id, RuleChanges changes)
    {
        return run(book.update(tenant, id, std::move(changes), identity::Actor::system()));
    }
    Result<void> remove(const std::string& id)
    {
        return run(book.remove(tenant, id, identity::Actor::system()));
    }
    std::vector<BookedRule> all() { return test::must(run(book.list(tenant))); }

    agents::RuleBook book{database, clock, ids};
};

RuleChanges ownRule()
{
    RuleChanges changes;
    changes.name = "Press";
    changes.reason = "press";
    changes.keywords = std::vector<std::string>{"journalist"};
    changes.level = nlp::EscalationLevel::Always;
    changes.ticketPriority = "urgent";
    return changes;
}

} // namespace

class RuleBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShippedRulesAreThereWithoutARow_data() { test::addDatabaseRows(); }
    void theShippedRulesAreThereWithoutARow()
    {
        PARLEY_DATABASE(database);
        World world(database);

        const auto rules = world.all();

        QCOMPARE(rules.size(), nlp::EscalationRules::defaults().size());
        QVERIFY(rules.front().isShipped && !rules.front().isChanged);
    }

    void aChangedShippedRuleCanBePutBack_data() { test::addDatabaseRows(); }
    void aChangedShippedRuleCanBePutBack()
    {
        PARLEY_DATABASE(database);
        World world(database);
        RuleChanges off;
        off.enabled = false;
        off.ticketPriority = "low";
        off.reason = "something_else";

        const BookedRule changed = test::must(world.update("legal", off));
        QVERIFY(changed.isShipped && changed.isChanged && !changed.rule.enabled);
        QCOMPARE(changed.ticketPriority, std::string("low"));
        // The reason is what a shipped rule finds.
        QCOMPARE(changed.rule.reason, std::string("legal"));
        QCOMPARE(world.all().size(), nlp::EscalationRules::defaults().size());

        test::must(world.remove("legal"));
        const BookedRule again = test::must(world.run(world.book.get(world.tenant, "legal")));
        QVERIFY(again.rule.enabled && !again.isChanged);
        QVERIFY(world.remove("legal").error().code == ErrorCode::Conflict);
    }

    void anOwnRuleIsKeptChangedAndRemoved_data() { test::addDatabaseRows(); }
    void anOwnRuleIsKeptChangedAndRemoved()
    {
        PARLEY_DATABASE(database);
        World world(database);

        const BookedRule made = test::must(world.create(ownRule()));
        // It names the reason where a shipped one fires too.
        QCOMPARE(world.all().front().rule.id, made.rule.id);
        RuleChanges changes;
        changes.sentimentBelow = std::optional<double>(-0.5);
        const BookedRule changed = test::must(world.update(made.rule.id, changes));
        QCOMPARE(changed.rule.when.sentimentBelow.value_or(0), -0.5);
        QCOMPARE(changed.rule.when.keywords.front(), std::string("journalist"));

        test::must(world.remove(made.rule.id));
        QVERIFY(world.remove(made.rule.id).error().code == ErrorCode::NotFound);
    }

    void wrongRulesAreRefusedByField_data()
    {
        QTest::addColumn<std::string>("field");
        for (const char* field :
             {"name", "reason", "when.keywords", "when.sentiment_below", "priority", "when"}) {
            QTest::newRow(field) << std::string(field);
        }
    }
    void wrongRulesAreRefusedByField()
    {
        QFETCH(std::string, field);
        test::FreshDatabase database("sqlite");
        World world(database);
        RuleChanges wrong = ownRule();
        if (field == "name") {
            wrong.name = " ";
        } else if (field == "reason") {
            wrong.reason = "No Spaces";
        } else if (field == "when.keywords") {
            wrong.keywords = std::vector<std::string>(201, "x");
        } else if (field == "when.sentiment_below") {
            wrong.sentimentBelow = std::optional<double>(-2);
        } else if (field == "priority") {
            wrong.ticketPriority = "soon";
        } else {
            wrong.keywords = std::vector<std::string>();
        }

        const Error error = world.create(wrong).error();

        QVERIFY(error.code == ErrorCode::InvalidArgument);
        QCOMPARE(error.fields.size(), std::size_t{1});
        QCOMPARE(error.fields.front().field, field);
    }
};

PARLEY_TEST("rule_book", RuleBookTest)
#include "rule_book_test.moc"
