// SPDX-License-Identifier: MIT
#pragma once

#include "app/widget_designer/preview_lease.h"
#include "app/widget_designer/preview_server.h"
#include "app/workspace/page.h"

#include <QJsonObject>

class QPlainTextEdit;
class QPushButton;

namespace parley::console {

class ApiClient;
class Banner;
class CopyButton;
class Form;
class WidgetPreview;
struct ApiReply;

/// The chat on the organisation's site: its looks beside a picture that follows every keystroke, the code to
/// embed it, and the real one in the browser.
class WidgetPage : public Page {
    Q_OBJECT

public:
    WidgetPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    QString unsaved() const override;

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildForm();
    void addLooks();
    void addRules();
    QWidget* buildPreview();
    void take(const ApiReply& reply);
    void showPreview();
    void updateButtons();
    void save();
    void openLive();
    void openPage(const QUrl& url);
    void allowPreview();
    void endPreview();
    void rotateSecret();
    void showSecret(const QString& secret);

    Workspace& m_workspace;
    PreviewServer m_server;
    PreviewLease m_lease;
    Form* m_form = nullptr;
    Banner* m_banner = nullptr;
    WidgetPreview* m_preview = nullptr;
    QPlainTextEdit* m_code = nullptr;
    CopyButton* m_copy = nullptr;
    QPushButton* m_live = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_discard = nullptr;
    QJsonObject m_settings;
    bool m_isAllowing = false;
};

} // namespace parley::console
