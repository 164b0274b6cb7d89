// SPDX-License-Identifier: MIT
// Whose pages there are: made when they are shown, gone with who they belong to, kept for who comes back.
#include "app/net/api_client.h"
#include "app/session/session.h"
#include "app/shell/main_window.h"
#include "app/shell/navigation_model.h"
#include "app/shell/sign_in_page.h"
#include "app/shell/tenant_picker.h"
#include "app/style/icons.h"
#include "app/widgets/toast.h"

#include <QDialog>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace parley::console {

namespace {

QString deskPage()
{
    return QStringLiteral("queue");
}

/// The keyboard goes to where the page wants it, or to the first thing in it that takes keys.
void focusIn(Page& page)
{
    if (page.focusProxy() != nullptr) {
        page.setFocus();
        return;
    }
    for (QWidget* each = page.nextInFocusChain(); each != &page; each = each->nextInFocusChain()) {
        if (page.isAncestorOf(each) && (each->focusPolicy() & Qt::TabFocus) != 0 && each->isEnabled() &&
            each->isVisibleTo(&page)) {
            each->setFocus();
            return;
        }
    }
}

} // namespace

QString MainWindow::whoAndWhere() const
{
    const Session& session = m_workspace.session;
    return QStringList{session.profile().server.toString(),
                       session.user().id,
                       m_workspace.api.tenant(),
                       session.user().role,
                       session.user().permissions.join(QLatin1Char(','))}
        .join(QLatin1Char('\n'));
}

void MainWindow::enter()
{
    m_tenants->begin();
    m_stack->setCurrentIndex(1);
    if (m_made.isEmpty() || m_owner != whoAndWhere()) {
        listPages();
        return;
    }
    menuBar()->show();
    nameWindow();
    for (const QPointer<QDialog>& dialog : std::exchange(m_dialogs, {})) {
        if (dialog) {
            dialog->show();
        }
    }
    if (Page* page = m_made.value(m_current)) {
        page->activate();
        focusIn(*page);
    }
}

/// What is typed stays, behind the sign-in page, unless the person wished to go.
void MainWindow::leave(const QString& reason)
{
    m_toast->clear();
    if (reason.isEmpty()) {
        dropPages();
    } else {
        for (QDialog* dialog : findChildren<QDialog*>()) {
            if (dialog->isVisible()) {
                m_dialogs.append(dialog);
                dialog->hide(); // it would keep the person from signing in
            }
        }
    }
    setWindowTitle(tr("Parley"));
    menuBar()->hide();
    m_stack->setCurrentIndex(0);
    m_signIn->begin(reason);
}

QString MainWindow::pageKey() const
{
    const QString tenant = m_workspace.api.tenant();
    return QStringLiteral("window/page/%1/%2")
        .arg(m_workspace.session.profile().id, tenant.isEmpty() ? QStringLiteral("own") : tenant);
}

void MainWindow::listPages()
{
    dropPages();
    m_owner = whoAndWhere();
    const QString last = m_workspace.settings.value(pageKey()).toString();
    menuBar()->show();
    const Session& session = m_workspace.session;
    QList<PageEntry> seen;
    for (const PageEntry& entry : m_entries) {
        const bool isAllowed = entry.permission.isEmpty() || session.may(entry.permission);
        if (isAllowed && (session.hasTenant() || !entry.needsTenant)) {
            seen.append(entry);
        }
    }
    m_model->setPages(seen);
    fitNavigation();
    auto* go = menuBar()->findChild<QMenu*>(QStringLiteral("go"));
    for (const PageEntry& entry : seen) {
        QAction* action =
            go->addAction(icon(entry.icon), entry.title, this, [this, id = entry.id] { openPage(id); });
        action->setShortcut(entry.shortcut);
        addAction(action);
        m_pageActions.append(action);
    }
    nameWindow();
    if (seen.isEmpty() || (session.user().isAdmin() && !session.hasTenant())) {
        m_pages->setCurrentWidget(m_noTenant);
        return;
    }
    const bool isLastThere = !last.isEmpty() && m_model->rowOf(last) >= 0; // headings have no name
    openPage(isLastThere ? last : seen.first().id);
    // The desk works also while another page is looked at: what was not sent goes out, who waits is counted.
    if (m_model->rowOf(deskPage()) >= 0) {
        QTimer::singleShot(0, this, [this, owner = m_owner] {
            if (owner == m_owner && m_model->rowOf(deskPage()) >= 0) {
                made(deskPage());
            }
        });
    }
}

void MainWindow::dropPages()
{
    m_toast->clear(); // what it offers belongs to a page
    for (const QPointer<QDialog>& dialog : std::exchange(m_dialogs, {})) {
        delete dialog.data(); // of somebody who did not come back
    }
    m_owner.clear();
    m_current.clear();
    m_model->setPages({});
    m_pages->setCurrentWidget(m_noTenant);
    qDeleteAll(m_pageActions);
    m_pageActions.clear();
    // Later: what asks for it may be one of them.
    for (Page* each : std::as_const(m_made)) {
        m_pages->removeWidget(each);
        each->deleteLater();
    }
    m_made.clear();
}

/// The page, made if it is not there yet; nullptr: nobody may see it.
Page* MainWindow::made(const QString& id)
{
    if (Page* page = m_made.value(id)) {
        return page;
    }
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&id](const PageEntry& each) {
        return each.id == id;
    });
    if (entry == m_entries.end() || m_model->rowOf(id) < 0) {
        return nullptr;
    }
    Page* page = entry->make(m_workspace, m_pages);
    page->setAccessibleName(entry->title);
    m_made.insert(id, page);
    m_pages->addWidget(page);
    connect(page, &Page::countChanged, m_model, [this, id](int count) { m_model->setCount(id, count); });
    return page;
}

void MainWindow::showPage(const QString& id, const QString& argument)
{
    // Behind the sign-in page nothing is opened: its keys still reach this window.
    Page* page = m_workspace.session.isSignedIn() ? made(id) : nullptr;
    if (page == nullptr) {
        return;
    }
    m_current = id;
    m_workspace.settings.setValue(pageKey(), id);
    m_pages->setCurrentWidget(page);
    m_navigation->setCurrentIndex(m_model->index(m_model->rowOf(id)));
    page->activate();
    if (!argument.isEmpty()) {
        page->open(argument);
    }
}

void MainWindow::openPage(const QString& page, const QString& argument)
{
    showPage(page, argument);
    if (Page* shown = m_made.value(page); shown != nullptr && m_current == page) {
        focusIn(*shown);
    }
}

} // namespace parley::console
