// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"
#include "app/workspace/page.h"

class QComboBox;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace parley::console {

class Banner;
class FactList;
class GapProof;
class PlainLabel;
class RecordTable;

/// What customers asked and nothing answered, most frequent first: write the article, see what it answers,
/// close the question.
class GapPage : public Page {
    Q_OBJECT

public:
    GapPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    void open(const QString& gap) override;

private:
    QWidget* buildList();
    QWidget* buildDetail();
    void choose(const QJsonObject& gap);
    void showExamples();
    void write();
    void close();
    QStringList questions() const;

    Workspace& m_workspace;
    JsonListModel m_model;
    RecordTable* m_table = nullptr;
    QComboBox* m_status = nullptr;
    QStackedWidget* m_stack = nullptr;
    Banner* m_banner = nullptr;
    PlainLabel* m_question = nullptr;
    FactList* m_facts = nullptr;
    QListWidget* m_examples = nullptr;
    PlainLabel* m_suggestionTitle = nullptr;
    QPlainTextEdit* m_suggestion = nullptr;
    GapProof* m_proof = nullptr;
    QPushButton* m_write = nullptr;
    QPushButton* m_close = nullptr;
    QJsonObject m_gap;
    QString m_wanted;
};

} // namespace parley::console
