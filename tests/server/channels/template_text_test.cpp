// SPDX-License-Identifier: MIT
#include "server/channels/template_text.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace parley::server;

class TemplateTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unknownNamesAreFoundOnce()
    {
        const auto unknown =
            channels::unknownVariables("{name}, {nmae}: {ref} {nmae} { open {} {a b} {", {"name"});

        QCOMPARE(unknown, (std::vector<std::string>{"nmae", "ref"}));
    }

    void knownNamesAreFilledIn()
    {
        const std::map<std::string, std::string> values{{"name", "Ada"}, {"reference", "TF-1"}};

        QCOMPARE(channels::filledIn("Hi {name}, {reference}! {other} {", values),
                 std::string("Hi Ada, TF-1! {other} {"));
        QCOMPARE(channels::filledIn("{name}", values), std::string("Ada"));
        QCOMPARE(channels::filledIn("", values), std::string());
    }

    void whatIsFilledInIsNoTemplate()
    {
        const std::map<std::string, std::string> values{{"name", "{reference}"}, {"reference", "TF-1"}};

        QCOMPARE(channels::filledIn("{name}/{reference}", values), std::string("{reference}/TF-1"));
    }
};

PARLEY_TEST("template_text", TemplateTextTest)
#include "template_text_test.moc"
