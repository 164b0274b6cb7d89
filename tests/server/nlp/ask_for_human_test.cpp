// SPDX-License-Identifier: MIT
#include "server/nlp/ask_for_human.h"
#include "tests/support/test_main.h"

using parley::server::nlp::asksForHuman;

namespace {

constexpr const char* kAsks[] = {
    "I want to talk to a human",
    "talk to a human",
    "can I speak to a real person",
    "real person please",
    "agent please",
    "Agent!",
    "speak to someone",
    "let me talk to someone",
    "I need to speak with a representative",
    "human",
    "connect me to an agent",
    "please transfer me to a human agent",
    "get me a human",
    "I want a human",
    "live agent",
    "Can you put me through to a person?",
    "I'd like to speak to a supervisor",
    "representative please",
    "I don't want a bot, I want a human",
    "Can't I talk to a human?",
    "Is there a human I can talk to",
    "operator",
    "I would prefer to talk to a person",
    "My order is late. Let me speak to an agent.",
    "stop the bot",
    "Ich möchte mit einem Menschen sprechen",
    "Mitarbeiter bitte",
    "Kann ich mit jemandem sprechen?",
    "Verbinden Sie mich mit einem Mitarbeiter",
    "ich brauche einen echten Menschen",
    "Quiero hablar con una persona",
    "agente por favor",
    "necesito hablar con un agente",
    "Puedo hablar con alguien?",
    "Je veux parler à un humain",
    "un conseiller s'il vous plaît",
    "je voudrais parler à quelqu'un",
    "I want to chat with a real human being",
};

constexpr const char* kDoesNotAsk[] = {
    "I don't want a human",
    "I do not want to talk to a human",
    "no human please",
    "human resources",
    "How do I contact human resources?",
    "do you have agents for insurance?",
    "How many agents can I add to my plan?",
    "What does an agent seat cost?",
    "Can a person return an item?",
    "Is shipping per person?",
    "How do I reset my password?",
    "someone stole my card",
    "I need a user agent string",
    "Can I add another person to my account?",
    "The person at the door took the parcel",
    "Which people can see my garden?",
    "my travel agent booked this",
    "human rights",
    "How do I set the agent role?",
    "",
    "?",
    "Ich will nicht mit einem Menschen sprechen",
    "Wie viele Mitarbeiter habt ihr?",
    "¿Cuántas personas trabajan aquí?",
    "No quiero hablar con una persona",
    "je ne veux pas parler à un humain",
    "Combien de personnes peuvent utiliser le compte ?",
    "Do you ship to Norway?",
    "the operator manual of the pump",
    "I want to buy two for one person",
};

} // namespace

class AskForHumanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWishForAPersonIsRecognised_data()
    {
        QTest::addColumn<bool>("asks");
        for (const char* text : kAsks) {
            QTest::newRow(text) << true;
        }
        for (const char* text : kDoesNotAsk) {
            QTest::newRow(*text == '\0' ? "nothing" : text) << false;
        }
    }

    void aWishForAPersonIsRecognised()
    {
        QFETCH(bool, asks);

        const std::string text = QTest::currentDataTag();
        QCOMPARE(asksForHuman(text == "nothing" ? "" : text), asks);
    }
};

PARLEY_TEST("ask_for_human", AskForHumanTest)
#include "ask_for_human_test.moc"
