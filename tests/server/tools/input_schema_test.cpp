// SPDX-License-Identifier: MIT
#include "server/tools/input_schema.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <set>

using namespace parley;
using nlohmann::json;
using server::tools::InputSchema;

namespace {

std::string faultsOf(const Result<void>& result)
{
    std::set<std::string> fields;
    if (!result) {
        for (const FieldError& fault : result.error().fields) {
            fields.insert(fault.field);
        }
    }
    std::string all;
    for (const std::string& field : fields) {
        all += (all.empty() ? "" : " ") + field;
    }
    return all;
}

json nested(int levels)
{
    json value = 1;
    for (int i = 0; i < levels; ++i) {
        value = json{{"a", value}};
    }
    return value;
}

} // namespace

class InputSchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrongInputIsNamedByField_data()
    {
        QTest::addColumn<std::string>("input");
        QTest::addColumn<std::string>("fields");
        const auto row = [](const char* input, const char* fields) {
            QTest::newRow(input) << std::string(input) << std::string(fields);
        };
        row(R"({"order_id":"A-1"})", "");
        row(R"({})", "input.order_id");
        row(R"({"order_id":7})", "input.order_id");
        row(R"({"order_id":"nope"})", "input.order_id");
        row(R"({"order_id":"A-1","count":0})", "input.count");
        row(R"({"order_id":"A-1","count":1.5})", "input.count");
        row(R"({"order_id":"A-1","mail":"x"})", "input.mail");
        row(R"({"order_id":"A-1","kind":"c"})", "input.kind");
        row(R"({"order_id":"A-1","address":{"town":1}})", "input.address.town");
        row(R"({"order_id":"A-1","address":{}})", "input.address.town");
        row(R"({"order_id":"A-1","lines":[{"n":1},{"n":"x"}]})", "input.lines input.lines.1.n");
        row(R"({"order_id":"A-1","when":"2026-02-31x"})", "input.when");
        row(R"({"mail":5,"kind":"z"})", "input.kind input.mail input.order_id");
        row(R"([])", "input");
        row(R"("x")", "input");
    }
    void wrongInputIsNamedByField()
    {
        QFETCH(std::string, input);
        QFETCH(std::string, fields);
        const auto schema = test::must(InputSchema::compile(json::parse(R"({
            "type": "object",
            "$defs": {"address": {"type": "object", "properties": {"town": {"type": "string"}}, "required": ["town"]}},
            "properties": {
                "order_id": {"type": "string", "pattern": "^A-[0-9]+$"},
                "count": {"type": "integer", "minimum": 1},
                "mail": {"type": "string", "format": "email"},
                "kind": {"enum": ["a", "b"]},
                "when": {"type": "string", "format": "date"},
                "address": {"$ref": "\u0023\/$defs\/address"},
                "lines": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}}
            },
            "required": ["order_id"]})")));

        const std::string found = faultsOf(schema.check(json::parse(input)));
        QVERIFY2(found == fields, found.c_str());
    }

    void theMessageSaysWhatWouldBeRight()
    {
        const auto schema = test::must(InputSchema::compile(
            {{"properties", {{"n", {{"type", "integer"}}}, {"k", {{"enum", {"a", "b"}}}}}},
             {"required", {"x"}}}));

        const auto error = schema.check({{"n", "1"}, {"k", "c"}}).error();

        std::map<std::string, std::string> messages;
        for (const FieldError& fault : error.fields) {
            messages[fault.field] = fault.message;
        }
        QCOMPARE(messages["input.n"], std::string("must be of type integer"));
        QCOMPARE(messages["input.k"], std::string(R"(must be one of ["a","b"])"));
        QCOMPARE(messages["input.x"], std::string("is required"));
    }

    void schemasThatCannotBeCheckedAreRefused_data()
    {
        QTest::addColumn<std::string>("schema");
        QTest::addColumn<std::string>("field");
        const auto row = [](const char* schema, const char* field) {
            QTest::newRow(schema) << std::string(schema) << std::string("input_schema") + field;
        };
        row(R"([])", "");
        row(R"({"type":"string"})", ".type");
        row(R"({"type":"thing"})", ".type");
        row(R"({"properties":[]})", ".properties");
        row(R"({"properties":{"a":5}})", ".properties.a");
        row(R"({"required":"a"})", ".required");
        row(R"({"properties":{"a":{"enum":[]}}})", ".properties.a.enum");
        row(R"({"properties":{"a":{"minimum":"1"}}})", ".properties.a.minimum");
        row(R"({"properties":{"a":{"multipleOf":0}}})", ".properties.a.multipleOf");
        row(R"({"properties":{"a":{"maxLength":-1}}})", ".properties.a.maxLength");
        row(R"({"properties":{"a":{"pattern":"\u0028"}}})", ".properties.a.pattern");
        row(R"({"properties":{"a":{"pattern":"\u0028?=x\u0029y"}}})", ".properties.a.pattern");
        row(R"({"properties":{"a":{"pattern":"\u0028a\u0029\\1"}}})", ".properties.a.pattern");
        row(R"({"properties":{"a":{"pattern":"\u0028a{1000}\u0029{1000}"}}})", ".properties.a.pattern");
        row(R"({"patternProperties":{"^a":{}}})", ".patternProperties");
        row(R"({"unevaluatedProperties":false})", ".unevaluatedProperties");
        row(R"({"properties":{"a":{"$ref":"http:\/\/evil.example\/s.json"}}})", ".properties.a.$ref");
        row(R"({"properties":{"a":{"$ref":"file:\/\/\/etc\/passwd"}}})", ".properties.a.$ref");
        row(R"({"properties":{"a":{"$ref":"other.json\u0023\/a"}}})", ".properties.a.$ref");
        row(R"({"properties":{"a":{"$ref":"\u0023\/nowhere"}}})", ".properties.a.$ref");
        row(R"({"properties":{"a":{"$ref":"\u0023\/properties\/a"}}})", ".properties.a.$ref");
        row(R"({"$defs":{"x":{"properties":{"y":{"$ref":"\u0023\/$defs\/x"}}}},"properties":{"a":{"$ref":"\u0023\/$defs\/x"}}})",
            ".properties.a.properties.y.$ref");
        row(R"({"allOf":[]})", ".allOf");
    }
    void schemasThatCannotBeCheckedAreRefused()
    {
        QFETCH(std::string, schema);
        QFETCH(std::string, field);

        const auto compiled = InputSchema::compile(json::parse(schema));

        QVERIFY(!compiled);
        QCOMPARE(compiled.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(compiled.error().fields.at(0).field, field);
    }

    void sizesAreBounded()
    {
        QVERIFY(!InputSchema::compile({{"description", std::string(40'000, 'x')}}));
        json deep = json::object();
        for (int i = 0; i < 20; ++i) {
            deep = json{{"properties", {{"a", deep}}}};
        }
        QVERIFY(!InputSchema::compile(deep));
        // 30 levels of two references each would be a billion parts.
        json bomb = {{"$defs", {{"d0", {{"type", "string"}}}}},
                     {"properties", {{"a", {{"$ref", "#/$defs/d14"}}}}}};
        for (int i = 1; i < 15; ++i) {
            const json below = {{"$ref", "#/$defs/d" + std::to_string(i - 1)}};
            bomb["$defs"]["d" + std::to_string(i)] = {{"allOf", {below, below}}};
        }
        QVERIFY(!InputSchema::compile(bomb));
        const auto any = test::must(InputSchema::compile(json::object()));
        QVERIFY(any.check(nested(20)).has_value());
        QVERIFY(!any.check(nested(40)));
        QVERIFY(!any.check({{"a", std::string(40'000, 'x')}}));
        QVERIFY(!any.check({{"a", json(std::vector<int>(3'000, 1))}}));
    }

    void aPatternThatWouldBacktrackTakesNoTime()
    {
        const auto schema = test::must(
            InputSchema::compile({{"properties", {{"a", {{"type", "string"}, {"pattern", "^(a+)+$"}}}}}}));

        QVERIFY(!schema.check({{"a", std::string(30'000, 'a') + "!"}}));
        QVERIFY(schema.check({{"a", std::string(30'000, 'a')}}).has_value());
    }

    void whatNewerDraftsWriteIsUnderstood()
    {
        const auto schema = test::must(InputSchema::compile(json::parse(R"({
            "$schema": "https:\/\/json-schema.org\/draft\/2020-12\/schema",
            "properties": {"pair": {"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false}},
            "dependentRequired": {"a": ["b"]}})")));

        QVERIFY(schema.check({{"pair", {"x", 1}}}).has_value());
        QVERIFY(!schema.check({{"pair", {1, 1}}}));
        QVERIFY(!schema.check({{"pair", {"x", 1, 2}}}));
        QVERIFY(!schema.check({{"a", 1}}));
        QVERIFY(schema.check({{"a", 1}, {"b", 2}}).has_value());
    }
};

PARLEY_TEST("input_schema", InputSchemaTest)
#include "input_schema_test.moc"
