// SPDX-License-Identifier: MIT
#include "server/nlp/text_language.h"
#include "tests/support/test_main.h"

#include <random>

using namespace parley::server::nlp;

namespace {

void row(const char* code, const char* text)
{
    QTest::newRow(text) << QByteArray(code) << QByteArray(text);
}

} // namespace

class TextLanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortMessagesAreRecognised_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        row("en", "I was charged twice this month");
        row("de", "Wie kann ich mein Passwort zurücksetzen?");
        row("es", "No puedo iniciar sesión en mi cuenta");
        row("fr", "Où est ma commande ?");
        row("it", "Come posso reimpostare la password?");
        row("pt", "Onde está a minha encomenda?");
        row("nl", "Hoe kan ik mijn wachtwoord wijzigen?");
        row("ru", "Где мой заказ?");
        row("uk", "Як змінити адресу доставки?");
        row("el", "Πού είναι η παραγγελία μου;");
        row("he", "איפה ההזמנה שלי?");
        row("ar", "أين طلبي؟");
        row("hi", "मेरा ऑर्डर कहाँ है?");
        row("th", "คำสั่งซื้อของฉันอยู่ที่ไหน");
        row("ja", "注文はどこにありますか？");
        row("zh", "我的订单在哪里？");
        row("ko", "제 주문은 어디에 있나요?");
#ifdef PARLEY_HAS_CLD2
        row("pl", "Gdzie jest moje zamówienie?");
        row("cs", "Jak si mohu změnit heslo?");
        row("sv", "Hur ändrar jag mitt lösenord?");
        row("da", "Hvordan ændrer jeg min adgangskode?");
        row("fi", "Miten vaihdan salasanani?");
        row("tr", "Şifremi nasıl değiştirebilirim?");
        row("bg", "Къде е поръчката ми?");
        row("ro", "Cum îmi pot schimba parola?");
        row("hu", "Hogyan tudom megváltoztatni a jelszavamat?");
        row("vi", "Tôi bị tính phí hai lần");
        row("fa", "سفارش من کجاست؟");
        row("ur", "میرا آرڈر کہاں ہے؟");
#endif
    }

    void shortMessagesAreRecognised()
    {
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        QCOMPARE(textLanguage(text.toStdString()).code, code.toStdString());
    }

    void whatHasNoWordsHasNoLanguage_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "12345 678", "😀😡👍", "?!...", " \n\t"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }

    void whatHasNoWordsHasNoLanguage()
    {
        QFETCH(QByteArray, text);
        const TextLanguage language = textLanguage(text.toStdString());
        QCOMPARE(language.code, std::string("und"));
        QVERIFY(!language.isReliable);
    }

    void anyBytesAreSurvived()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 500; ++round) {
            std::string text;
            for (std::size_t i = 0, n = random() % 3000; i < n; ++i) {
                text += static_cast<char>(random() % 256);
            }
            QVERIFY(!textLanguage(text).code.empty());
        }
    }
};

PARLEY_TEST("text_language", TextLanguageTest)
#include "text_language_test.moc"
