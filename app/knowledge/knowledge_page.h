// SPDX-License-Identifier: MIT
#pragma once

#include "app/knowledge/document_watch.h"
#include "app/knowledge/upload_queue.h"
#include "app/workspace/json_list_model.h"
#include "app/workspace/page.h"

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace parley::console {

class DocumentDetail;
class DropFrame;
class PassageView;
class RecordTable;
class SearchField;
class SearchTest;

/// The documents that answers are made from: add, follow, change, look into, try.
class KnowledgePage : public Page {
    Q_OBJECT

public:
    KnowledgePage(Workspace& workspace, QWidget* parent);

    void activate() override;
    /// @param argument id of a document, or "?" and a question to try
    void open(const QString& argument) override;
    QString unsaved() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildList(QWidget* side);
    QComboBox* visibilityChoice(QWidget* parent);
    void buildDetail(QWidget* side);
    void buildCommands();
    void connectModel();
    void chooseFiles();
    void writeArticle();
    void add(const QStringList& paths);
    void choose(const QJsonObject& document);
    void take(const QJsonObject& document);
    void showProgress();
    void filter();

    Workspace& m_workspace;
    bool m_mayWrite;
    JsonListModel m_model;
    UploadQueue m_uploads;
    DocumentWatch m_watch;
    DropFrame* m_frame;
    RecordTable* m_table = nullptr;
    SearchField* m_find = nullptr;
    QComboBox* m_visibility = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTabWidget* m_tabs = nullptr;
    DocumentDetail* m_detail = nullptr;
    PassageView* m_passages = nullptr;
    SearchTest* m_search = nullptr;
    QString m_chosen;
    QString m_wanted;
};

} // namespace parley::console
