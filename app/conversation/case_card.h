// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QScrollArea>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace parley::console {

class ConversationSource;
class FactorBars;
class PassageList;
class PlainLabel;
class SentimentLine;

/// What a supporter reads before answering: why the case came, what was asked, what the agents would have
/// said and on what, how the customer feels, and what else there is of this customer.
class CaseCard : public QScrollArea {
    Q_OBJECT

public:
    /// @param source outlives this
    explicit CaseCard(ConversationSource& source, QWidget* parent = nullptr);

    QString draftAnswer() const;

Q_SIGNALS:
    void draftWanted();
    void runWanted(const QString& run);
    void customerWanted(const QString& customer);
    void conversationWanted(const QString& conversation);
    void tagsWanted(const QStringList& tags);

private:
    struct Section {
        QWidget* widget = nullptr;
        QVBoxLayout* body = nullptr;
    };

    Section addSection(const QString& title);
    void build();
    void update();
    void updateReason(const QJsonObject& card);
    void updateQuestion(const QJsonObject& card);
    QString stateWords(const QString& outcome) const;
    void updatePromise();
    void updateOthers(const QJsonArray& conversations);

    ConversationSource& m_source;
    QVBoxLayout* m_layout;
    Section m_reasonSection;
    Section m_questionSection;
    Section m_draftSection;
    Section m_passageSection;
    Section m_moodSection;
    Section m_promiseSection;
    Section m_othersSection;
    PlainLabel* m_reason;
    PlainLabel* m_confidence;
    FactorBars* m_factors;
    PlainLabel* m_question;
    PlainLabel* m_summary;
    PlainLabel* m_draft;
    PassageList* m_passages;
    SentimentLine* m_moods;
    PlainLabel* m_mood;
    PlainLabel* m_promise;
    QLineEdit* m_tags;
    QPushButton* m_run;
    QPushButton* m_customer;
    QJsonArray m_shownOthers;
};

} // namespace parley::console
