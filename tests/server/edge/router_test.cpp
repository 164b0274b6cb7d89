// SPDX-License-Identifier: MIT
#include "server/edge/router.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::edge;

class RouterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        add(Method::Get, "/health");
        add(Method::Get, "/tickets");
        add(Method::Post, "/tickets");
        add(Method::Get, "/tickets/{id}");
        add(Method::Patch, "/tickets/{id}");
        add(Method::Get, "/tickets/mine");
        add(Method::Get, "/tickets/{id}/notes/{note}");
        add(Method::Get, "/tickets/mine/open");
        add(Method::Get, "/docs/{path*}");
    }

    void pathsFindTheirRoute_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("parameters");
        const auto row = [](const char* path, Method method, const char* pattern, const char* parameters) {
            QTest::addRow("%s %d", path, static_cast<int>(method))
                << static_cast<int>(method) << QByteArray(path) << QByteArray(pattern)
                << QByteArray(parameters);
        };
        row("/health", Method::Get, "/health", "");
        row("/health", Method::Head, "/health", "");
        row("/health/", Method::Get, "", "");
        row("/tickets", Method::Post, "/tickets", "");
        row("/tickets/7", Method::Get, "/tickets/{id}", "id=7;");
        row("/tickets/7", Method::Patch, "/tickets/{id}", "id=7;");
        row("/tickets/", Method::Get, "", "");
        row("/tickets/mine", Method::Get, "/tickets/mine", "");
        row("/tickets/mine/open", Method::Get, "/tickets/mine/open", "");
        row("/tickets/mine/notes/3", Method::Get, "/tickets/{id}/notes/{note}", "id=mine;note=3;");
        row("/tickets/7/notes", Method::Get, "", "");
        row("/docs/a/b.css", Method::Get, "/docs/{path*}", "path=a/b.css;");
        row("/docs/", Method::Get, "", "");
        row("/docs", Method::Get, "", "");
        row("//health", Method::Get, "", "");
        row("/", Method::Get, "", "");
    }

    void pathsFindTheirRoute()
    {
        QFETCH(int, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, parameters);

        const auto match = m_router.match(static_cast<Method>(method), path.toStdString());

        QCOMPARE(match.route != nullptr ? match.route->pattern : std::string(), pattern.toStdString());
        std::string found;
        for (const auto& [name, value] : match.parameters) {
            found += std::string(name) + "=" + value + ";";
        }
        QCOMPARE(found, parameters.toStdString());
        QVERIFY(match.allow.empty());
    }

    void aKnownPathTellsItsMethods()
    {
        const auto match = m_router.match(Method::Delete, "/tickets/7");

        QVERIFY(match.route == nullptr);
        QCOMPARE(match.allow, std::string("GET, HEAD, PATCH, OPTIONS"));
    }

    void aRouteCanBeAddedOnce()
    {
        QVERIFY_EXCEPTION_THROWN(add(Method::Get, "/health"), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(add(Method::Get, "/tickets/{other}"), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(add(Method::Get, "no-slash"), std::logic_error);
    }

private:
    void add(Method method, std::string pattern)
    {
        Route route;
        route.method = method;
        route.pattern = std::move(pattern);
        m_router.add(std::move(route));
    }

    Router m_router;
};

PARLEY_TEST("router", RouterTest)
#include "router_test.moc"
