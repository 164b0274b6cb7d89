// SPDX-License-Identifier: MIT
#include "server/store/customer_dump.h"
#include "server/store/deleted_rows.h"
#include "server/store/erasure_file.h"
#include "server/store/erasure_map.h"
#include "server/store/erasure_repository.h"
#include "server/store/idempotency_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace parley;
using namespace parley::server::store;

namespace {

const ErasureRepository kErasure;
const std::string kMarker = "Zq9-marker-Xw7";

struct Column {
    std::string name;
    std::string type;
};

bool isSqlite(test::FreshDatabase& database)
{
    return database->driver() == "sqlite";
}

/// Tables of a scope, without those in which a search index keeps itself.
std::set<std::string> tablesOf(test::FreshDatabase& database, const Scope& scope)
{
    const std::string_view sql = isSqlite(database) ? "SELECT name FROM pragma_table_list WHERE schema = "
                                                      "'main' AND type IN ('table', 'virtual') AND name "
                                                      "NOT LIKE 'sqlite%'"
                                                    : "SELECT c.relname::text FROM pg_class c WHERE "
                                                      "c.relnamespace = current_schema()::regnamespace AND "
                                                      "c.relkind IN ('r', 'p')";
    std::set<std::string> names;
    for (const Row& row :
         test::must(database->readNow(scope, [&](ReadTransaction& tx) { return tx.query(sql); }))) {
        names.insert(row.text(0));
    }
    return names;
}

std::vector<Column> columnsOf(test::FreshDatabase& database, const std::string& table)
{
    const std::string_view sql =
        isSqlite(database)
            ? "SELECT name, type FROM pragma_table_info($1)"
            : "SELECT a.attname::text, format_type(a.atttypid, NULL) FROM pg_attribute a JOIN pg_class c ON "
              "c.oid "
              "= a.attrelid WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = $1 AND "
              "a.attnum "
              "> 0 AND NOT a.attisdropped AND a.attname <> 'tenant_id' AND a.attgenerated = ''";
    std::vector<Column> columns;
    for (const Row& row :
         test::must(test::readFrom(database, [&](ReadTransaction& tx) { return tx.query(sql, {table}); }))) {
        columns.push_back({row.text(0), row.text(1)});
    }
    return columns;
}

/// Fills a table with one row that belongs to `who`, the marker in every text that may hold any.
void plant(test::FreshDatabase& database,
           const ErasureEntry& entry,
           const std::string& who,
           std::int64_t number)
{
    const std::map<std::string, std::string> ids{{"customer_id", who + "-customer"},
                                                 {"conversation_id", who + "-conversation"},
                                                 {"entry_id", who + "-entry"},
                                                 {"gap_id", who + "-gap"},
                                                 {"knowledge_gaps.id", who + "-gap"},
                                                 {"customers.id", who + "-customer"},
                                                 {"conversations.id", who + "-conversation"},
                                                 {"cache_entries.id", who + "-entry"},
                                                 {"jobs.subject", who + "-conversation"},
                                                 {"audit.object_kind", "conversation"},
                                                 {"audit.object_id", who + "-conversation"}};
    const std::string table(entry.table);
    const bool isBlanked = entry.way == ErasureWay::Blank;
    std::string names;
    std::string places;
    Params params;
    for (const Column& column : columnsOf(database, table)) {
        const auto own = ids.find(table + "." + column.name);
        const auto general = ids.find(column.name);
        const bool isEmptied = entry.columns.find(column.name) != std::string_view::npos;
        const std::string kind = QString::fromStdString(column.type).toLower().toStdString();
        if (own != ids.end()) {
            params.emplace_back(own->second);
        } else if (general != ids.end()) {
            params.emplace_back(general->second);
        } else if (kind == "text") {
            params.emplace_back(isBlanked && !isEmptied
                                    ? who + " " + column.name
                                    : who + " " + kMarker + " zz" + who + "word " + column.name);
        } else if (kind == "bigint") {
            params.emplace_back(number);
        } else if (kind == "double precision") {
            params.emplace_back(0.5);
        } else {
            params.emplace_back(Blob{1, 2, 3});
        }
        names += (names.empty() ? "" : ", ") + column.name;
        places += (places.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    const std::string sql = "INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")";
    test::must(test::writeTo(database, [&](Transaction& tx) { return tx.execute(sql, params); }));
}

/// One row of each table that an erasure works on, those first that others refer to.
void plantEverywhere(test::FreshDatabase& database, const std::string& who, std::int64_t number)
{
    const auto entries = erasureMap();
    std::set<std::string_view> done;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const bool hasRows = entry->way == ErasureWay::Delete || entry->way == ErasureWay::Blank;
        if (hasRows && done.insert(entry->table).second) {
            plant(database, *entry, who, number);
        }
    }
}

/// Rows of each table that hold the text in any column.
std::string rowsWith(test::FreshDatabase& database, const std::string& text)
{
    std::string found;
    for (const std::string& table : tablesOf(database, Scope::of(database.first))) {
        std::string condition;
        for (const Column& column : columnsOf(database, table)) {
            condition +=
                (condition.empty() ? "" : " OR ") + ("CAST(" + column.name + " AS TEXT)") + " LIKE $1";
        }
        if (condition.empty()) {
            continue;
        }
        const std::string sql = "SELECT COUNT(*) FROM " + table + " WHERE " + condition;
        const auto rows =
            test::readFrom(database, [&](ReadTransaction& tx) { return tx.query(sql, {"%" + text + "%"}); });
        if (rows && rows->front().integer(0) > 0) {
            found += table + " ";
        }
    }
    return found;
}

/// Files below the folder that have the text in them.
std::string filesWith(const std::filesystem::path& folder, const std::string& text)
{
    std::string found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream bytes;
            bytes << in.rdbuf();
            if (bytes.str().find(text) != std::string::npos) {
                found += entry.path().filename().string() + " ";
            }
        }
    }
    return found;
}

std::optional<ErasedRows> erase(test::FreshDatabase& database, const std::string& customer)
{
    return test::must(test::writeTo(database, [&](Transaction& tx) {
        return kErasure.eraseCustomer(tx, CustomerId{customer});
    }));
}

} // namespace

class ErasureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableOfTheSchemaHasItsLine_data() { test::addDatabaseRows(); }
    void everyTableOfTheSchemaHasItsLine()
    {
        PARLEY_DATABASE(database);
        std::set<std::string> tables = tablesOf(database, Scope::of(database.first));
        tables.merge(tablesOf(database, Scope::platform()));
        std::set<std::string> listed;
        for (const ErasureEntry& entry : erasureMap()) {
            listed.insert(std::string(entry.table));
            QVERIFY2(!entry.reason.empty(), std::string(entry.table).c_str());
        }

        QVERIFY(tables.size() > 40);
        for (const std::string& table : tables) {
            QVERIFY2(listed.contains(table),
                     ("server/store/erasure_map.cpp does not say what becomes of the rows of " + table +
                      " when a customer is erased")
                         .c_str());
        }
        for (const ErasureEntry& entry : erasureMap()) {
            QVERIFY2(tables.contains(std::string(entry.table)) || entry.way == ErasureWay::Index,
                     ("there is no table " + std::string(entry.table)).c_str());
        }
    }

    void whatIsErasedIsExportedOrSaysNothingMore()
    {
        // What these have of a customer stands in an exported table too, or is a number, or a right and no
        // fact.
        const std::set<std::string_view> inner{"audit",
                                               "cache_replies",
                                               "cache_sources",
                                               "draft_outcomes",
                                               "form_submissions",
                                               "gap_answers",
                                               "idempotency",
                                               "jobs",
                                               "knowledge_gaps",
                                               "queue_events",
                                               "resume_tokens",
                                               "turn_facts"};
        std::set<std::string_view> exported{"customers", "conversations"};
        for (const auto sections : {customerSections(), conversationSections()}) {
            for (const DumpSection& section : sections) {
                exported.insert(section.table);
            }
        }
        for (const ErasureEntry& entry : erasureMap()) {
            const bool isPersonal = entry.way == ErasureWay::Delete && !inner.contains(entry.table);
            QVERIFY2(!isPersonal || exported.contains(entry.table),
                     ("an export leaves out " + std::string(entry.table)).c_str());
        }
    }

    void nothingOfACustomerIsLeft_data() { test::addDatabaseRows(); }
    void nothingOfACustomerIsLeft()
    {
        PARLEY_DATABASE(database);
        plantEverywhere(database, "gone", 1);
        plantEverywhere(database, "other", 2);
        const std::string before = rowsWith(database, kMarker);
        QVERIFY2(before.find("messages ") != std::string::npos, before.c_str());
        const std::string others = rowsWith(database, "other");

        const auto erased = erase(database, "gone-customer");

        QVERIFY(erased.has_value());
        QCOMPARE(erased->conversations.size(), std::size_t{1});
        QCOMPARE(erased->removed.at("messages"), std::int64_t{1});
        QCOMPARE(erased->removed.at("customers"), std::int64_t{1});
        QCOMPARE(rowsWith(database, "gone " + kMarker), std::string());
        QCOMPARE(rowsWith(database, "gone-customer"), std::string());
        // The trail keeps that something was done to a conversation of this id.
        QCOMPARE(rowsWith(database, "gone-conversation"), std::string("audit "));
        QCOMPARE(rowsWith(database, "other"), others);
        QVERIFY(!erase(database, "gone-customer").has_value());
        QCOMPARE(rowsWith(database, "zzgoneword"), std::string());
        // Something was learnt from the customer: whoever holds it has to learn again without it.
        QCOMPARE(test::column(database, "SELECT CAST(config_version AS TEXT) FROM tenant_state"),
                 std::string("1 "));
    }

    void nothingIsLeftOnTheDisk()
    {
        test::FreshDatabase database("sqlite");
        plantEverywhere(database, "gone", 1);
        // A second one, so that pages are shared and the log has several versions of them.
        plantEverywhere(database, "other", 2);
        QVERIFY(!filesWith(database.options().folder, "gone " + kMarker).empty());

        QVERIFY(erase(database, "gone-customer").has_value());
        const DeletedRows deleted(*database, database.options().folder);
        QVERIFY(test::must(deleted.purge(database.first)));

        QCOMPARE(filesWith(database.options().folder, "gone " + kMarker), std::string());
        QVERIFY(!filesWith(database.options().folder, "other " + kMarker).empty());
        // An index of words keeps them in small letters, and what their neighbours begin with only once.
        QCOMPARE(filesWith(database.options().folder, "goneword"), std::string());
    }

    void aFullTextIndexForgetsWhatWasDeleted()
    {
        test::FreshDatabase database("sqlite");
        test::must(test::writeTo(database, [&](Transaction& tx) -> Result<void> {
            for (const char* sql : {"CREATE VIRTUAL TABLE notes USING fts5(body)",
                                    "INSERT INTO notes (rowid, body) VALUES (1, 'zqmarkerxw stays')",
                                    "INSERT INTO notes (rowid, body) VALUES (2, 'zqgonexw goes')",
                                    "DELETE FROM notes WHERE rowid = 2"}) {
                if (auto done = tx.execute(sql); !done) {
                    return fail(std::move(done).error());
                }
            }
            return {};
        }));
        const DeletedRows deleted(*database, database.options().folder);

        QVERIFY(test::must(deleted.purge(database.first)));

        // Terms share their beginnings in the index; what follows them is what names one.
        QCOMPARE(filesWith(database.options().folder, "gonexw"), std::string());
        QVERIFY(!filesWith(database.options().folder, "markerxw").empty());
    }

    void aRunningRequestKeepsNoAnswerAboutTheCustomer_data() { test::addDatabaseRows(); }
    void aRunningRequestKeepsNoAnswerAboutTheCustomer()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "c1");
        const std::string sql =
            "INSERT INTO idempotency (principal, route, key, body_hash, status, created_ms, "
            "expires_ms) VALUES ('supporter:1', 'POST /x', 'k', 'h', 'running', 5, 999)";
        test::must(test::writeTo(database, [&](Transaction& tx) { return tx.execute(sql); }));

        QVERIFY(erase(database, "c1-customer").has_value());
        IdempotencyRow row;
        row.principal = "supporter:1";
        row.route = "POST /x";
        row.key = "k";
        row.createdMs = 5;
        row.responseStatus = 200;
        row.responseBody = kMarker;
        QVERIFY(test::must(test::writeTo(database, [&](Transaction& tx) {
            return IdempotencyRepository().finish(tx, row);
        })));

        QCOMPARE(rowsWith(database, kMarker), std::string());
        const auto kept = test::must(test::readFrom(database, [&](ReadTransaction& tx) {
            return IdempotencyRepository().find(tx, row.principal, row.route, row.key);
        }));
        QVERIFY(kept.has_value() && kept->isWithheld);
    }

    void nobodyWritesForAConversationThatWasErased_data() { test::addDatabaseRows(); }
    void nobodyWritesForAConversationThatWasErased()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        QVERIFY(erase(database, "c1-customer").has_value());

        const auto late = test::writeTo(database, [&](Transaction& tx) {
            MessageRow message;
            message.id.value = "m1";
            message.conversation = id;
            message.sender = "agent";
            message.kind = "text";
            message.text = kMarker;
            return ConversationLog().appendMessage(tx, message);
        });

        QVERIFY(!late);
        QVERIFY(late.error().code == ErrorCode::NotFound);
    }

    void writersAndAnErasureAtOnceLeaveNothing_data() { test::addDatabaseRows(); }
    void writersAndAnErasureAtOnceLeaveNothing()
    {
        PARLEY_DATABASE(database);
        const ConversationId id = test::addConversation(database, "c1");
        test::together(6, [&](int number) {
            if (number == 3) {
                // Deadlocks are tried again by the driver; what fails otherwise fails the test below.
                (void)test::writeTo(database, [&](Transaction& tx) {
                    return kErasure.eraseCustomer(tx, CustomerId{"c1-customer"});
                });
                return;
            }
            for (int i = 0; i < 20; ++i) {
                (void)test::writeTo(database, [&](Transaction& tx) {
                    MessageRow message;
                    message.id.value = "m" + std::to_string(number) + "-" + std::to_string(i);
                    message.conversation = id;
                    message.sender = "user";
                    message.kind = "text";
                    message.text = kMarker;
                    return ConversationLog().appendMessage(tx, message);
                });
            }
        });

        QCOMPARE(rowsWith(database, kMarker), std::string());
        QCOMPARE(rowsWith(database, "c1-customer"), std::string());
    }

    void anEndedConversationGoesAndTheVisitorWithTheLastOne_data() { test::addDatabaseRows(); }
    void anEndedConversationGoesAndTheVisitorWithTheLastOne()
    {
        PARLEY_DATABASE(database);
        test::addConversation(database, "old", "closed");
        test::addConversation(database, "open");
        test::addConversation(database, "known", "closed");
        test::addConversation(database, "left");
        test::addConversation(database, "waits", "waiting_for_agent");
        test::addConversation(database, "held", "with_agent");
        test::must(test::writeTo(database, [](Transaction& tx) -> Result<std::int64_t> {
            if (auto aged = tx.execute("UPDATE conversations SET closed_ms = 10 WHERE status = 'closed'");
                !aged) {
                return aged;
            }
            if (auto young = tx.execute("UPDATE conversations SET last_ms = 11 WHERE id = 'open'"); !young) {
                return young;
            }
            return tx.execute("UPDATE customers SET verified = 1, user_id = 'u' WHERE id = 'known-customer'");
        }));

        const auto lapsed = test::must(
            test::readFrom(database, [](ReadTransaction& tx) { return kErasure.endedBefore(tx, 11, 10); }));
        QCOMPARE(lapsed.size(), std::size_t{3});
        test::must(test::writeTo(database,
                                 [&](Transaction& tx) { return kErasure.eraseConversations(tx, lapsed); }));

        const std::string all = "SELECT id FROM conversations ORDER BY id";
        QCOMPARE(test::column(database, all), std::string("held open waits "));
        QCOMPARE(test::column(database, "SELECT id FROM customers ORDER BY id"),
                 std::string("held-customer known-customer open-customer waits-customer "));
        const LapsedConversation reopened{ConversationId{"open"}, CustomerId{"open-customer"}, 11};
        test::must(test::writeTo(database, [&](Transaction& tx) {
            return kErasure.eraseConversations(tx, {reopened});
        }));
        QCOMPARE(test::column(database, all), std::string("held open waits "));
    }

    void theListBesideTheBackupsOutlivesATornLine()
    {
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        const TenantId tenant{"11111111-1111-7111-8111-111111111111"};
        const ErasureFile file(place / "backups");
        QVERIFY(test::must(file.read()).empty());
        const ErasureMark first{tenant, erasureHash(tenant, "a"), 5};
        const ErasureMark second{tenant, erasureHash(tenant, "b"), 6};
        QVERIFY(first.hash != second.hash && first.hash.size() == 64);

        QVERIFY(file.append({first}).has_value());
        std::ofstream(file.path(), std::ios::app) << tenant.value << " 1234"; // the power went
        QVERIFY(file.append({second}).has_value());

        QVERIFY((test::must(file.read()) == std::vector<ErasureMark>{first, second}));
    }
};

PARLEY_TEST("erasure", ErasureTest)
#include "erasure_test.moc"
