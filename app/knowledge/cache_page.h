// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"
#include "app/workspace/page.h"

class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace parley::console {

class Banner;
class FactList;
class PlainLabel;
class RecordTable;
class SearchField;

/// The answers that are given again to who asks the same: whose they are, how often they helped, how long
/// they hold.
class CachePage : public Page {
    Q_OBJECT

public:
    CachePage(Workspace& workspace, QWidget* parent);

    void activate() override;

private:
    QWidget* buildList();
    QWidget* buildDetail();
    void choose(const QJsonObject& entry);
    void showSources();
    void readTotals();
    void forget();
    void forgetAll();

    Workspace& m_workspace;
    JsonListModel m_model;
    RecordTable* m_table = nullptr;
    SearchField* m_search = nullptr;
    PlainLabel* m_totals = nullptr;
    QPushButton* m_forgetAll = nullptr;
    QStackedWidget* m_stack = nullptr;
    Banner* m_banner = nullptr;
    PlainLabel* m_question = nullptr;
    QPlainTextEdit* m_answer = nullptr;
    FactList* m_facts = nullptr;
    QListWidget* m_sources = nullptr;
    QJsonObject m_entry;
};

} // namespace parley::console
