// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QJsonObject>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace parley::console {

class PlainLabel;

/// How a case ends: with an answer that others may be given too, or without one.
class ResolveDialog : public QDialog {
    Q_OBJECT

public:
    struct Case {
        /// What stands in the composer.
        QString answer;
        /// There is a ticket that an answer resolves.
        bool hasTicket = false;
        bool hasEmail = false;
        /// A supporter has had the last word.
        bool isAnswered = false;
    };

    ResolveDialog(const Case& wish, QWidget* parent);

Q_SIGNALS:
    /// @param body of the resolution
    void answerWanted(const QJsonObject& body);
    void closeWanted();

private:
    void build(const Case& wish);
    void update();
    void agree();

    QRadioButton* m_answer;
    QRadioButton* m_close;
    QPlainTextEdit* m_text;
    QCheckBox* m_learn;
    QCheckBox* m_email;
    PlainLabel* m_fault;
    QPushButton* m_agree;
};

} // namespace parley::console
