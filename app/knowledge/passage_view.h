// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"

#include <QWidget>

#include <memory>

class QListView;
class QStackedLayout;

namespace parley::console {

class Banner;
class JsonListModel;

/// The passages that a document was cut into, as the search sees them.
class PassageView : public QWidget {
    Q_OBJECT

public:
    /// @param api outlives this
    explicit PassageView(ApiClient& api, QWidget* parent = nullptr);
    ~PassageView() override;

    /// @param document id; empty: nothing is shown. The same again reads it anew.
    void display(const QString& document);

private:
    ApiClient& m_api;
    QListView* m_view;
    Banner* m_banner;
    QStackedLayout* m_stack;
    std::unique_ptr<JsonListModel> m_model;
};

} // namespace parley::console
