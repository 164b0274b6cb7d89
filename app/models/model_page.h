// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/workspace/page.h"

#include <QJsonObject>

class QHBoxLayout;
class QListView;
class QPushButton;
class QStackedWidget;

namespace parley::console {

class Banner;
class PlainLabel;
class ProviderForm;
class ProviderList;
class ProviderTest;
class UsageCard;

/// The providers of language models: who is asked first, with which key, within which budget.
class ModelPage : public Page {
    Q_OBJECT

public:
    ModelPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    QString unsaved() const override;

private:
    QWidget* buildList();
    QWidget* buildEditor();
    QHBoxLayout* buildFoot();
    QPushButton* orderButton(const QString& iconName, const QString& name, const QKeySequence& key, int by);
    void load(const QJsonObject& settings);
    void choose(int row);
    void add();
    void remove();
    void test();
    void save();
    /// Of whom a key is kept under a name that it no longer has; -1: nobody.
    int renamedWithKey() const;
    void saved(const ApiReply& reply);
    void showFaults(const ApiError& error);
    void updateButtons();
    int row() const;
    bool isChanged() const;

    Workspace& m_workspace;
    ProviderList* m_providers;
    QJsonObject m_settings;
    Banner* m_banner;
    Banner* m_platform;
    QListView* m_view;
    QStackedWidget* m_stack;
    ProviderForm* m_form;
    ProviderTest* m_result;
    UsageCard* m_usage;
    QPushButton* m_test = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_discard = nullptr;
    bool m_isSaving = false;
};

} // namespace parley::console
