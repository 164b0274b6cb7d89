// SPDX-License-Identifier: MIT
#include "server/desk/mentions.h"
#include "tests/support/test_main.h"

using namespace parley::server::desk;

namespace {

const std::vector<Mentionable> kPeople{{"u1", "Ana", "ana@desk.example"},
                                       {"u2", "Ana Ruiz", "ruiz@desk.example"},
                                       {"u3", "Zoë Müller", "zoe@desk.example.au"},
                                       {"u4", "Kim", "kim.a@desk.example"},
                                       {"u5", "Kim", "kim.b@desk.example"},
                                       {"u6", "日本 太郎", "taro@desk.example"}};

/// "u1=@Ana u2=@…": who, and the words that name them.
std::string named(const std::string& note)
{
    std::string text;
    for (const Mention& each : mentionsIn(note, kPeople)) {
        text += (text.empty() ? "" : " ") + each.id + "=" + each.text;
    }
    return text;
}

} // namespace

class MentionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsNamed_data()
    {
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* note, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(note) << QString::fromUtf8(expected);
        };
        row("by name", "@Ana, look", "u1=@Ana");
        row("the longest name", "see @Ana Ruiz.", "u2=@Ana Ruiz");
        row("its beginning alone", "@Ana Rui", "u1=@Ana");
        row("case and accents", "@zoe muller", "u3=@zoe muller");
        row("a letter and its mark", "@Zoe\xcc\x88 Mu\xcc\x88ller!", "u3=@Zoe\xcc\x88 Mu\xcc\x88ller");
        row("by e-mail", "ask @ruiz@desk.example.", "u2=@ruiz@desk.example");
        row("another address", "@ruiz@desk.example.org", "");
        row("the longer address", "@zoe@desk.example.au", "u3=@zoe@desk.example.au");
        row("all who bear the name", "@Kim", "u4=@Kim u5=@Kim");
        row("one of them by e-mail", "@kim.b@desk.example", "u5=@kim.b@desk.example");
        row("another script", "@日本 太郎、見て", "u6=@日本 太郎");
        row("no space between words", "@日本 太郎さん見て", "u6=@日本 太郎");
        row("another script, and a space", "@日本 太郎 見て", "u6=@日本 太郎");
        row("each once", "@Ana @ana @ANA", "u1=@Ana");
        row("several", "@Kim and @Ana", "u4=@Kim u5=@Kim u1=@Ana");
        row("possession", "@Ana's case", "u1=@Ana");
        row("a longer name", "@Anabel and @Ana-Maria and @Ana_1", "");
        row("an address is nobody", "write to joe@Ana or j.@Ana", "");
        row("twice the mark", "@@Ana", "u1=@Ana");
        row("alone, and at the end", "@ and @", "");
        row("nobody", "nothing here", "");
    }
    void whoIsNamed()
    {
        QFETCH(QString, note);
        QFETCH(QString, expected);

        QCOMPARE(QString::fromStdString(named(note.toStdString())), expected);
    }

    void aPastedListIsBounded()
    {
        std::vector<Mentionable> many;
        std::string note;
        for (int i = 100; i < 200; ++i) {
            const std::string id = std::to_string(i);
            many.push_back({id, "Person " + id, id + "@desk.example"});
            note += "@Person " + id + " ";
        }

        QCOMPARE(mentionsIn(note, many).size(), std::size_t{20});
        QVERIFY(mentionsIn(std::string(8'000, '@'), many).empty());
    }
};

PARLEY_TEST("mentions", MentionsTest)
#include "mentions_test.moc"
