// SPDX-License-Identifier: MIT
#include "server/pipeline/follow_up_question.h"
#include "tests/support/test_main.h"

using namespace parley::server;
using llm::ChatMessage;
using llm::ChatRole;

namespace {

/// "Q: ...|A: ...|Q: ..." as the pipeline has it.
std::vector<ChatMessage> historyOf(std::string_view text)
{
    std::vector<ChatMessage> history;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('|'), text.size());
        ChatMessage turn;
        turn.role = text.starts_with("Q") ? ChatRole::User : ChatRole::Assistant;
        turn.text = text.substr(3, end - 3);
        history.push_back(std::move(turn));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return history;
}

} // namespace

class FollowUpQuestionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFollowUpIsCompleted_data()
    {
        QTest::addColumn<std::string>("history");
        QTest::addColumn<std::string>("message");
        QTest::addColumn<std::string>("question");
        const auto row = [](const char* history, const char* message, const char* question) {
            QTest::newRow(message) << std::string(history) << std::string(message) << std::string(question);
        };
        const char* const shipping = "Q: How long does shipping to Germany take?|A: 2 days.";
        row(shipping, "And how much does it cost?", "how much does it cost? shipping Germany");
        row(shipping, "How much?", "How much? shipping Germany");
        row(shipping, "And for France?", "How long does shipping to France take?");
        row(shipping, "What about express?", "How long does shipping to Germany take? express");
        row(shipping, "norway?", "How long does shipping to Germany take? norway");
        row("Q: How long does shipping to Germany take?|A: 2 days.|Q: And how much does it cost?|A: 4.90.",
            "and to France?",
            "how much does it cost? shipping France");
        row("Q: Hello|A: Hi!|Q: What does the Plus plan cost?|A: 4.90.|Q: thanks|A: Welcome.",
            "And per year?",
            "What does the Plus plan cost? year");
        row("Q: I am [email-1]. Can I return a lamp?|A: Yes.",
            "How long does it take?",
            "How long does it take? return lamp");
        row("Q: Wie lange dauert der Versand nach Deutschland?|A: 2 Tage.",
            "Und nach Frankreich?",
            "Wie lange dauert der Versand nach Frankreich?");
        row("Q: Wie lange dauert der Versand nach Deutschland?|A: 2 Tage.",
            "Und was kostet das?",
            "was kostet das? dauert Versand Deutschland");
        row("Q: ¿Cuánto tarda el envío a Alemania?|A: 2 días.",
            "¿Y a Francia?",
            "¿Cuánto tarda el envío a Francia?");
        row("Q: Combien de temps prend la livraison en Allemagne ?|A: 2 jours.",
            "Et combien ça coûte ?",
            "combien ça coûte ? prend livraison Allemagne");
        row("Q: Combien de temps prend la livraison en Allemagne ?|A: 2 jours.",
            "Et en France ?",
            "Combien de temps prend la livraison en France ?");
    }
    void aFollowUpIsCompleted()
    {
        QFETCH(std::string, history);
        QFETCH(std::string, message);
        QFETCH(std::string, question);

        const auto followUp = pipeline::followUpOf(message, historyOf(history));

        QVERIFY(!followUp.questions.empty());
        QCOMPARE(followUp.questions.front(), question);
    }

    void aMessageOfItsOwnIsLeftAlone_data()
    {
        QTest::addColumn<std::string>("history");
        const char* const shipping = "Q: How long does shipping to Germany take?|A: 2 days.";
        const auto row = [](const char* history, const char* message) {
            QTest::newRow(message) << std::string(history);
        };
        row(shipping, "How do I reset my password?");
        row(shipping, "And how do I reset the password of a shared account?");
        row(shipping, "Is it possible to pay by invoice?");
        row(shipping, "My parcel is lost");
        row(shipping, "It does not work");
        row(shipping, "ok");
        row(shipping, "yes please");
        row(shipping, "Why?");
        row(shipping, "");
        row(shipping, "[email-1]");
        row(shipping, "Wie setze ich mein Passwort zurück?");
        row("", "And for France?");
        row("Q: Hello|A: Hi!", "And for France?");
        row("Q: And for France?|A: What is it about?", "How much?");
    }
    void aMessageOfItsOwnIsLeftAlone()
    {
        QFETCH(std::string, history);

        const auto followUp = pipeline::followUpOf(QTest::currentDataTag(), historyOf(history));

        QVERIFY2(followUp.questions.empty(),
                 followUp.questions.empty() ? "" : followUp.questions.front().c_str());
    }

    void manyMessagesAreLookedBackOverInBounds()
    {
        std::string history = "Q: How long does shipping to Germany take?|A: 2 days.";
        for (int i = 0; i < 3; ++i) {
            history += "|Q: And how much does it cost?|A: 4.90.";
        }
        QVERIFY(!pipeline::followUpOf("And to France?", historyOf(history)).questions.empty());
        for (int i = 0; i < 3; ++i) {
            history += "|Q: And how much does it cost?|A: 4.90.";
        }
        QVERIFY(pipeline::followUpOf("And to France?", historyOf(history)).questions.empty());
    }
};

PARLEY_TEST("follow_up_question", FollowUpQuestionTest)
#include "follow_up_question_test.moc"
