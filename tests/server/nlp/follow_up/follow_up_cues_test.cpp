// SPDX-License-Identifier: MIT
#include "server/nlp/follow_up/follow_up_cues.h"
#include "tests/support/test_main.h"

using namespace parley::server::nlp;

class FollowUpCuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cuesAreReadInFourLanguages_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QByteArray>("cues"); // o: opens, r: refers
        QTest::addColumn<std::string>("content");
        const auto row = [](const char* text, const char* cues, const char* content) {
            QTest::newRow(text) << std::string(text) << QByteArray(cues) << std::string(content);
        };
        row("And how much does it cost?", "or", "cost ");
        row("And for France?", "o", "france ");
        row("What about express delivery?", "o", "express delivery ");
        row("How long does it take?", "r", "");
        row("Thanks! And to Norway?", "o", "norway ");
        row("ok and for the Pro plan?", "o", "pro plan ");
        row("Can I cancel this?", "r", "cancel ");
        row("Is that free?", "r", "free ");
        row("How much is the other one?", "r", "");
        row("How do I reset my password?", "", "reset password ");
        row("Is it possible to pay by invoice?", "", "pay invoice ");
        row("Is there a mobile app?", "", "mobile app ");
        row("I think that my parcel is lost", "", "parcel lost ");
        row("ok, thanks", "", "");
        row("Und was kostet das?", "or", "kostet ");
        row("Und nach Frankreich?", "o", "frankreich ");
        row("Wie lange dauert es?", "r", "dauert ");
        row("Brauche ich dafür eine App?", "r", "app ");
        row("Gibt es eine App?", "", "app ");
        row("Was ist mit dem Plus-Tarif?", "o", "plus tarif ");
        row("¿Y para Francia?", "o", "francia ");
        row("¿Cuánto cuesta?", "r", "cuesta ");
        row("¿Cuánto cuesta el envío a Francia?", "", "cuesta envio francia ");
        row("¿Puedo cancelarlo?", "r", "cancelarlo ");
        row("Et pour la France ?", "o", "france ");
        row("Combien ça coûte ?", "r", "coute ");
        row("C'est gratuit ?", "r", "gratuit ");
        row("Comment réinitialiser mon mot de passe ?", "", "reinitialiser mot passe ");
    }
    void cuesAreReadInFourLanguages()
    {
        QFETCH(std::string, text);
        QFETCH(QByteArray, cues);
        QFETCH(std::string, content);
        const Language language = guessLanguage(tokenize(text)).language;

        const FollowUpCues read = followUpCues(text, language);

        std::string words;
        for (const Term& term : read.content) {
            words += term.word + " ";
        }
        QCOMPARE(words, content);
        QCOMPARE(read.opens, cues.contains('o'));
        QCOMPARE(read.refers, cues.contains('r'));
    }

    void theOpenerIsWhereTheMessageBegins()
    {
        const std::string text = "What about France?";
        QCOMPARE(text.substr(followUpCues(text, Language::English).openerEnd), std::string("France?"));
        QCOMPARE(followUpCues("Is it for France?", Language::English).openerEnd, std::size_t{0});
        QCOMPARE(followUpCues("And?", Language::English).openerEnd, std::size_t{4});
        QCOMPARE(followUpCues("", Language::English).words, std::size_t{0});
    }
};

PARLEY_TEST("follow_up_cues", FollowUpCuesTest)
#include "follow_up_cues_test.moc"
