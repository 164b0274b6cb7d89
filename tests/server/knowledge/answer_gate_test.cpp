// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/answer_gate_set.h"
#include "tests/server/knowledge/gate_index.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::knowledge;

class AnswerGateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const test::GateArticle& article : test::gateArticles()) {
            QVERIFY(m_index.put(test::indexedMarkdown(article.title, article.text)).has_value());
        }
    }

    void theDefaultThresholdPrefersHandoffsToWrongAnswers()
    {
        std::size_t right = 0;
        std::size_t wrong = 0;
        for (const std::string_view question : test::answerableQuestions()) {
            right += isSent(question) ? 1U : 0U;
        }
        for (const std::string_view question : test::unanswerableQuestions()) {
            wrong += isSent(question) ? 1U : 0U;
        }
        const double precision =
            static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, right + wrong));
        const double recall =
            static_cast<double>(right) / static_cast<double>(test::answerableQuestions().size());
        qInfo("answer gate: precision %.3f, recall %.3f", precision, recall);

        QVERIFY(precision >= 0.95);
        QVERIFY(recall >= 0.75);
    }

    void aDraftSaysOnlyWhatThePassagesSay()
    {
        for (const std::string_view question : test::answerableQuestions()) {
            const SearchResult found = m_index.search(question);
            for (const Draft::Sentence& sentence : draftAnswer(question, found).sentences) {
                const std::string source = withoutMarkup(found.hits.at(sentence.hit).text);
                QVERIFY2(source.find(withoutMarkup(sentence.text)) != std::string::npos,
                         sentence.text.c_str());
            }
        }
    }

    void stepsStayTogether()
    {
        const Draft draft = test::answerFrom(m_index, "How do I descale the Aria?");

        const std::string text = joined(draft);
        QVERIFY(text.find("1. Fill the tank") < text.find("4. Rinse twice"));
        QVERIFY(text.find("4. Rinse twice") != std::string::npos);
    }

    void theQuestionOfAnArticleIsAnsweredFromIt()
    {
        const Draft draft = test::answerFrom(m_index, "When will I get my refund?");

        QVERIFY(joined(draft).find("5 working days") != std::string::npos);
        QVERIFY(draft.confidence.value >= 0.9);
    }

    void nothingFoundIsNoDraft()
    {
        const Draft draft = test::answerFrom(m_index, "qqqq");

        QVERIFY(draft.confidence.value < 0.1);
        QVERIFY(draftAnswer("anything", SearchResult{}).sentences.empty());
    }

private:
    [[nodiscard]] bool isSent(std::string_view question) const
    {
        return test::answerFrom(m_index, question).confidence.value >= kDefaultConfidenceThreshold;
    }

    KnowledgeIndex m_index;
};

PARLEY_TEST("answer_gate", AnswerGateTest)
#include "answer_gate_test.moc"
