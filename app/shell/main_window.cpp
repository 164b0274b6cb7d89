// SPDX-License-Identifier: MIT
#include "app/shell/main_window.h"

#include "app/session/session.h"
#include "app/shell/command_palette.h"
#include "app/shell/connection_bar.h"
#include "app/shell/keys_sheet.h"
#include "app/shell/navigation_delegate.h"
#include "app/shell/navigation_model.h"
#include "app/shell/preferences.h"
#include "app/shell/preferences_dialog.h"
#include "app/shell/sign_in_page.h"
#include "app/shell/tenant_picker.h"
#include "app/shell/user_bar.h"
#include "app/style/icons.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/display_text.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/roles.h"
#include "app/widgets/toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>

namespace parley::console {

namespace {

/// The navigation is as wide as its titles, in the person's language and font, within these.
constexpr int kLeastNavigationPx = 200;
constexpr int kMostNavigationPx = 320;
constexpr int kLongestTitle = 80;
constexpr QSize kFirstSize(1320, 840);
constexpr QSize kLeastSize(860, 560);

} // namespace

MainWindow::MainWindow(const Parts& parts,
                       Preferences& preferences,
                       SignInPage* signIn,
                       QList<PageEntry> pages)
    : m_workspace{parts.api, parts.live, parts.session, parts.offline, *this, parts.settings},
      m_preferences(preferences),
      m_entries(std::move(pages)),
      m_signIn(signIn),
      m_stack(new QStackedWidget(this)),
      m_model(new NavigationModel(this))
{
    setWindowIcon(productIcon());
    setWindowTitle(tr("Parley"));
    setMinimumSize(kLeastSize);
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(buildWorkplace());
    setCentralWidget(m_stack);
    m_toast = new Toast(m_stack);
    buildActions();
    resize(kFirstSize);
    restoreGeometry(m_workspace.settings.value(QStringLiteral("window/geometry")).toByteArray());

    connect(&m_workspace.session, &Session::signedIn, this, &MainWindow::enter);
    connect(&m_workspace.session, &Session::tenantChanged, this, &MainWindow::listPages);
    connect(&m_workspace.session, &Session::tenantNamed, this, &MainWindow::nameWindow);
    m_workspace.session.setTenantGuard([this](std::function<void()> then) {
        askThen(tr("Act in another tenant?"), tr("Go there"), std::move(then));
    });
    connect(&m_workspace.session, &Session::signedOut, this, &MainWindow::leave);
    menuBar()->hide();
}

MainWindow::~MainWindow()
{
    m_workspace.session.setTenantGuard({});
    m_workspace.settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
}

QWidget* MainWindow::buildWorkplace()
{
    auto* place = new QWidget(this);
    auto* side = new QWidget(place);
    setRole(side, "navigation");
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(kLeastNavigationPx);
    m_side = side;
    m_tenants = new TenantPicker(m_workspace.session, m_workspace.api, side);
    m_navigation = new QListView(side);
    m_navigation->setModel(m_model);
    m_navigation->setItemDelegate(new NavigationDelegate(m_navigation));
    m_navigation->setObjectName(QStringLiteral("navigation"));
    m_navigation->setAccessibleName(tr("Pages"));
    m_navigation->setMouseTracking(true);
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRole(m_navigation, "navigation");
    m_user = new UserBar(m_workspace.session, side);
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 6, 0, 0);
    sideLayout->setSpacing(0);
    sideLayout->addWidget(m_tenants);
    sideLayout->addWidget(m_navigation, 1);
    sideLayout->addWidget(m_user);

    m_connection = new ConnectionBar(m_workspace.api, m_workspace.live, m_workspace.session, place);
    m_pages = new QStackedWidget(place);
    m_noTenant = new EmptyState(
        QStringLiteral("tenant"),
        tr("Choose a tenant"),
        tr("You look after the whole platform. Choose at the top left in which tenant you act; what "
           "concerns all of them stands below \"Organisation\"."),
        m_pages);
    m_pages->addWidget(m_noTenant);
    m_content = new QVBoxLayout;
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    m_content->addWidget(m_connection);
    m_content->addWidget(m_pages, 1);
    auto* layout = new QHBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(side);
    layout->addLayout(m_content, 1);

    connect(m_navigation->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& at) {
                const QString id = at.data(NavigationModel::PageIdRole).toString();
                if (!id.isEmpty() && id != m_current) {
                    showPage(id, {});
                }
            });
    connect(m_user, &UserBar::preferencesWanted, this, [this] {
        (new PreferencesDialog(m_preferences, this))->open();
    });
    connect(m_user, &UserBar::signOutWanted, this, [this] {
        askThen(tr("Sign out?"), tr("Sign out"), [this] { m_workspace.session.signOut(); });
    });
    return place;
}

void MainWindow::buildActions()
{
    QMenu* file = menuBar()->addMenu(tr("&Parley"));
    const auto add = [this](QMenu* menu, const QString& text, const QKeySequence& key, auto then) {
        QAction* action = menu->addAction(text, this, then);
        action->setShortcut(key);
        addAction(action);
        return action;
    };
    add(file, tr("&Preferences…"), QKeySequence(QStringLiteral("Ctrl+,")), [this] {
        (new PreferencesDialog(m_preferences, this))->open();
    });
    add(file, tr("&Sign out"), {}, [this] {
        askThen(tr("Sign out?"), tr("Sign out"), [this] { m_workspace.session.signOut(); });
    });
    add(file, tr("&Quit"), QKeySequence(QStringLiteral("Ctrl+Q")), [this] { quit(); });
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    go->setObjectName(QStringLiteral("go"));
    add(go, tr("&Commands…"), QKeySequence(QStringLiteral("Ctrl+K")), [this] { showPalette(); });
    go->addSeparator();
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* keys = add(help, tr("&Keys"), QKeySequence(Qt::Key_F1), [this] { showKeys(); });
    keys->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(QStringLiteral("?"))});
}

void MainWindow::addBar(QWidget* bar)
{
    m_content->insertWidget(m_content->indexOf(m_pages), bar);
}

void MainWindow::fitNavigation()
{
    const int scrollPx = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_navigation);
    const int wanted = NavigationDelegate::widthOf(*m_model, m_navigation->font()) + scrollPx;
    m_side->setFixedWidth(qBound(kLeastNavigationPx, wanted, kMostNavigationPx));
}

void MainWindow::nameWindow()
{
    const Session& session = m_workspace.session;
    const QString where =
        displayLine(session.user().isAdmin() ? session.tenantName() : session.profile().name, kLongestTitle);
    setWindowTitle(where.isEmpty() ? tr("Parley") : tr("%1 – Parley").arg(where));
}

void MainWindow::openConversation(const QString& conversation)
{
    openPage(QStringLiteral("queue"), conversation);
}

void MainWindow::openCustomer(const QString& customer)
{
    openPage(QStringLiteral("customers"), customer);
}

void MainWindow::openRun(const QString& run)
{
    openPage(QStringLiteral("runs"), run);
}

void MainWindow::say(const QString& text, Tone tone, const QString& action, std::function<void()> then)
{
    m_toast->say(text, tone, action, std::move(then));
}

QList<QAction*> MainWindow::pageCommands() const
{
    const Page* page = m_made.value(m_current);
    return page == nullptr ? QList<QAction*>() : page->commands();
}

void MainWindow::showPalette()
{
    if (m_workspace.session.isSignedIn()) {
        (new CommandPalette(pageCommands() + actions(), this))->show();
    }
}

void MainWindow::showKeys()
{
    const QModelIndex at = m_model->index(qMax(0, m_model->rowOf(m_current)));
    (new KeysSheet(actions(), at.data().toString(), pageCommands(), this))->open();
}

QString MainWindow::unsaved() const
{
    QStringList lost;
    for (const Page* each : m_made) {
        if (const QString text = each->unsaved(); !text.isEmpty()) {
            lost.append(text);
        }
    }
    return lost.join(QLatin1Char('\n'));
}

void MainWindow::askThen(const QString& title, const QString& button, std::function<void()> then)
{
    if (const QString lost = unsaved(); !lost.isEmpty()) {
        confirmDestruction(this, title, lost, button, std::move(then));
        return;
    }
    then();
}

void MainWindow::present()
{
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::quit()
{
    askThen(tr("Quit Parley?"), tr("Quit"), [this] {
        m_isQuitting = true;
        QApplication::quit();
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_hidesOnClose && m_preferences.staysInTray() && !m_isQuitting) {
        event->ignore();
        hide();
        return;
    }
    if (!m_isQuitting && !unsaved().isEmpty()) {
        event->ignore();
        quit();
        return;
    }
    event->accept();
    QApplication::quit();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_side != nullptr) {
        fitNavigation();
    }
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_workspace.session.isSignedIn()) {
        if (Page* page = m_made.value(m_current)) {
            page->activate();
        }
    }
}

} // namespace parley::console
