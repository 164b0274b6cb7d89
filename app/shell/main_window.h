// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/navigator.h"
#include "app/workspace/page.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

class QDialog;
class QListView;
class QStackedWidget;
class QVBoxLayout;

namespace parley::console {

class ConnectionBar;
class NavigationModel;
class Preferences;
class SignInPage;
class TenantPicker;
class Toast;
class UserBar;

/// The window: signing in, then the navigation and the page that was chosen. Pages are made when they are
/// first shown and go when the person signs out or acts in another tenant. When the server ends a sign-in
/// they stay behind the sign-in page, with all that is typed in them, for the same person to come back to.
class MainWindow : public QMainWindow, public Navigator {
    Q_OBJECT

public:
    /// What pages are given, but for the way to each other, which is this window.
    struct Parts {
        ApiClient& api;
        LiveLink& live;
        Session& session;
        OfflineCache& offline;
        QSettings& settings;
    };

    /// @param parts all outlive this @param signIn owned by this from now on
    MainWindow(const Parts& parts, Preferences& preferences, SignInPage* signIn, QList<PageEntry> pages);
    ~MainWindow() override;

    void openConversation(const QString& conversation) override;
    void openCustomer(const QString& customer) override;
    void openRun(const QString& run) override;
    void openPage(const QString& page, const QString& argument = {}) override;
    void say(const QString& text,
             Tone tone = Tone::Success,
             const QString& action = {},
             std::function<void()> then = {}) override;

    /// Stands above every page from now on; owned by this.
    void addBar(QWidget* bar);
    /// To the front, whatever it was before.
    void present();
    /// Asks what is not saved, then ends the program.
    void quit();
    /// Whether closing the window leaves the program running (there is a tray to come back from).
    void setHidesOnClose(bool hides) { m_hidesOnClose = hides; }
    QString currentPage() const { return m_current; }
    Page* page(const QString& id) const { return m_made.value(id); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildWorkplace();
    void buildActions();
    void listPages();
    void dropPages();
    void enter();
    void leave(const QString& reason);
    QString whoAndWhere() const;
    QString pageKey() const;
    Page* made(const QString& id);
    void nameWindow();
    /// So that no title of a page is cut.
    void fitNavigation();
    void showPage(const QString& id, const QString& argument);
    void showPalette();
    void showKeys();
    QList<QAction*> pageCommands() const;
    QString unsaved() const;
    void askThen(const QString& title, const QString& button, std::function<void()> then);

    Workspace m_workspace;
    Preferences& m_preferences;
    QList<PageEntry> m_entries;
    QHash<QString, Page*> m_made;
    QList<QAction*> m_pageActions;
    QString m_current;
    SignInPage* m_signIn;
    QStackedWidget* m_stack;
    QWidget* m_side = nullptr;
    QStackedWidget* m_pages;
    QListView* m_navigation;
    NavigationModel* m_model;
    TenantPicker* m_tenants;
    UserBar* m_user;
    ConnectionBar* m_connection;
    Toast* m_toast;
    QWidget* m_noTenant;
    QVBoxLayout* m_content;
    /// Dialogs that stood open when the sign-in ended.
    QList<QPointer<QDialog>> m_dialogs;
    /// Whose pages there are, and of which tenant.
    QString m_owner;
    bool m_hidesOnClose = false;
    bool m_isQuitting = false;
};

} // namespace parley::console
