// SPDX-License-Identifier: MIT
#include "server/tools/url_template.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

using namespace parley;
using nlohmann::json;
using server::tools::TemplateValues;
using server::tools::UrlTemplate;

namespace {

Result<std::string> filled(const std::string& url, json input, const json& query = json::object())
{
    TemplateValues values;
    values.input = std::move(input);
    values.secrets = {{"key", "s&s"}};
    return test::must(UrlTemplate::parse(url)).fill(values, query);
}

} // namespace

class UrlTemplateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesStandEncodedInTheirPlaces_data()
    {
        QTest::addColumn<std::string>("url");
        QTest::addColumn<std::string>("value");
        QTest::addColumn<std::string>("expected");
        const std::string path = "https://shop.example/orders/{v}/items";
        const std::string query = "https://shop.example/find?q={v}&x=1";
        const auto row =
            [](const char* name, const std::string& url, const char* value, const char* expected) {
                QTest::newRow(name) << url << std::string(value) << std::string(expected);
            };
        row("plain", path, "A-12_3.4~", "https://shop.example/orders/A-12_3.4~/items");
        row("question mark", path, "1?admin=1", "https://shop.example/orders/1%3Fadmin%3D1/items");
        row("fragment", path, "1#x", "https://shop.example/orders/1%23x/items");
        row("at", path, "a@b", "https://shop.example/orders/a%40b/items");
        row("space", path, "a b", "https://shop.example/orders/a%20b/items");
        row("percent", path, "%2e%2e", "https://shop.example/orders/%252e%252e/items");
        row("umlaut", path, "\xc3\xbc", "https://shop.example/orders/%C3%BC/items");
        row("semicolon", path, "a;b=c", "https://shop.example/orders/a%3Bb%3Dc/items");
        row("query", query, "a&x=2#y", "https://shop.example/find?q=a%26x%3D2%23y&x=1");
        row("query slash", query, "../..", "https://shop.example/find?q=..%2F..&x=1");
        row("query empty", query, "", "https://shop.example/find?q=&x=1");
        row("no path", "https://shop.example?q={v}", "x", "https://shop.example?q=x");
    }
    void valuesStandEncodedInTheirPlaces()
    {
        QFETCH(std::string, url);
        QFETCH(std::string, value);
        QFETCH(std::string, expected);

        QCOMPARE(test::must(filled(url, {{"v", value}})), expected);
    }

    void valuesThatWouldMoveThePathAreRefused_data()
    {
        QTest::addColumn<std::string>("value");
        for (const char* value :
             {"", "..", ".", "../admin", "a/b", "/etc", "a\\b", "..\\x", "a\nb", "a\rb", "\x7f"}) {
            QTest::newRow(*value == '\0' ? "empty" : value) << std::string(value);
        }
        QTest::newRow("nul") << std::string("a\0b", 3);
    }
    void valuesThatWouldMoveThePathAreRefused()
    {
        QFETCH(std::string, value);

        const auto url = filled("https://shop.example/orders/{v}", {{"v", value}});

        QVERIFY(!url);
        QCOMPARE(url.error().fields.at(0).field, std::string("input.v"));
    }

    void partsOfASegmentCannotMakeDots()
    {
        QVERIFY(!filled("https://shop.example/a/{v}.", {{"v", "."}}));
        QVERIFY(!filled("https://shop.example/a/{v}{w}/b", {{"v", "."}, {"w", "."}}));
        QVERIFY(!filled("https://shop.example/a/%2e{v}/b", {{"v", "."}}));
        QVERIFY(filled("https://shop.example/a/v{v}", {{"v", "."}}).has_value());
    }

    void whatIsMissingOrNoScalarIsNamed()
    {
        const std::string url = "https://shop.example/{v}";

        QCOMPARE(filled(url, json::object()).error().fields.at(0).message, std::string("is required"));
        QVERIFY(!filled(url, {{"v", {1, 2}}}));
        QCOMPARE(test::must(filled(url, {{"v", 42}})), std::string("https://shop.example/42"));
        QCOMPARE(test::must(filled(url, {{"v", true}})), std::string("https://shop.example/true"));
    }

    void addedParametersAreEncodedAndLeftOutWhereTheyHaveNoValue()
    {
        const json query = {{"a b", "{v}"}, {"key", "{secret.key}"}, {"none", "{missing}"}};

        const auto url = filled("https://shop.example/x", {{"v", "1&2"}}, query);

        QCOMPARE(test::must(url), std::string("https://shop.example/x?a%20b=1%262&key=s%26s"));
        QVERIFY(!filled("https://shop.example/x", {{"v", 1}}, {{"q", "all of {missing}"}}));
    }

    void placesOutsidePathAndQueryAreRefused_data()
    {
        QTest::addColumn<std::string>("url");
        for (const char* url : {"https://{host}/x",
                                "https://shop.example:{port}/x",
                                "{scheme}://shop.example/x",
                                "https://a{x}.example/",
                                "https://shop.example@{host}/",
                                "https://user:pass@shop.example/",
                                "https://shop.example/x#{v}",
                                "https://shop.example/../x",
                                "https://shop.example/%2e%2e/x",
                                "https://shop.example/a/./x",
                                "https://shop.example/{a b}",
                                "https://shop.example/{",
                                "ftp://shop.example/x",
                                "shop.example/x",
                                "/x",
                                "https://shop.example./x",
                                "https://sh\xc3\xb6p.example/x",
                                "https://shop.example\\@evil.example/",
                                "https://shop.example/a b",
                                "javascript:alert(1)",
                                ""}) {
            QTest::newRow(*url == '\0' ? "empty" : url) << std::string(url);
        }
    }
    void placesOutsidePathAndQueryAreRefused()
    {
        QFETCH(std::string, url);

        QVERIFY(!UrlTemplate::parse(url));
    }

    void theOriginIsWhatSecretsBelongTo()
    {
        QCOMPARE(test::must(UrlTemplate::parse("https://Shop.Example/{v}")).origin(),
                 std::string("https://shop.example:443"));
        QCOMPARE(test::must(UrlTemplate::parse("http://shop.example:8080?q={v}")).origin(),
                 std::string("http://shop.example:8080"));
    }
};

PARLEY_TEST("url_template", UrlTemplateTest)
#include "url_template_test.moc"
