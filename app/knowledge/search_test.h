// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"

#include <QWidget>

class QListView;
class QSpinBox;
class QStackedLayout;
class QStandardItemModel;

namespace parley::console {

class Banner;
class EmptyState;
class SearchField;

/// What a customer's question would find, as one types it: the passages with their scores.
class SearchTest : public QWidget {
    Q_OBJECT

public:
    /// @param api outlives this
    explicit SearchTest(ApiClient& api, QWidget* parent = nullptr);
    void ask(const QString& question);
    void focusField();

Q_SIGNALS:
    /// A passage was opened: its document.
    void opened(const QString& document);

private:
    void search();
    void answered(const ApiReply& reply);

    ApiClient& m_api;
    SearchField* m_field;
    QSpinBox* m_count;
    Banner* m_banner;
    QListView* m_view;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
    QStandardItemModel* m_hits;
    ApiClient::RequestId m_request = 0;
    QString m_question;
};

} // namespace parley::console
