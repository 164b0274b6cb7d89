// SPDX-License-Identifier: MIT
#include "app/shell/console.h"

#include "app/shell/main_window.h"
#include "app/shell/page_list.h"
#include "app/shell/sign_in_page.h"
#include "app/shell/tray.h"

#include <QApplication>
#include <QDir>

namespace parley::console {

namespace {

QString made(const QString& folder)
{
    QDir().mkpath(folder);
    return folder;
}

} // namespace

Console::Console(const QString& folder, QObject* parent)
    : QObject(parent),
      m_folder(made(folder)),
      m_settings(QDir(m_folder).filePath(QStringLiteral("console.ini")), QSettings::IniFormat),
      m_preferences(m_settings),
      m_profiles(m_settings),
      m_session(m_api, m_live, m_credentials, m_profiles),
      m_local(QDir(m_folder).filePath(QStringLiteral("server"))),
      m_notifier(m_api, m_live, m_session),
      m_signIn(new SignInPage(m_session, m_profiles, m_credentials, m_local)),
      m_window(
          std::make_unique<MainWindow>(MainWindow::Parts{m_api, m_live, m_session, m_offline, m_settings},
                                       m_preferences,
                                       m_signIn,
                                       allPages())),
      m_tray(std::make_unique<Tray>(m_preferences, *m_window))
{
    wire();
}

Console::~Console()
{
    m_offline.setFaultHandler({}); // it would speak through the window
    m_api.abandonAll();
}

void Console::wire()
{
    m_window->setHidesOnClose(m_tray->isThere());
    QApplication::setQuitOnLastWindowClosed(!m_tray->isThere());
    connect(m_tray.get(), &Tray::opened, m_window.get(), &MainWindow::present);
    connect(m_tray.get(), &Tray::quitWanted, m_window.get(), &MainWindow::quit);
    connect(m_tray.get(), &Tray::conversationWanted, this, [this](const QString& conversation) {
        m_window->present();
        m_window->openConversation(conversation);
    });
    connect(&m_notifier, &Notifier::notify, m_tray.get(), &Tray::notify);
    connect(&m_notifier, &Notifier::waitingChanged, m_tray.get(), &Tray::setWaiting);
    connect(&m_preferences, &Preferences::changed, this, [this] {
        applyAppearance(*qobject_cast<QApplication*>(QApplication::instance()), m_preferences.appearance());
    });
    m_offline.setFaultHandler([this](bool isFailing) {
        if (isFailing) {
            m_window->say(
                tr("The disk of this computer is full or cannot be written. What you read and write "
                   "here is lost when Parley is closed, unless it was sent."),
                Tone::Danger);
        }
    });
    connect(&m_session, &Session::signedIn, this, &Console::openOffline);
    connect(&m_session, &Session::signedOut, this, [this](const QString& reason) {
        if (reason.isEmpty()) {
            m_offline.clear();
        }
        m_offline.close();
    });
}

/// One file a person and server; what somebody else read on this computer is not to be seen.
void Console::openOffline()
{
    const QString profile = m_session.profile().id;
    const QString path = QDir(m_folder).filePath(QStringLiteral("offline-%1.sqlite").arg(profile));
    const QString name = QStringLiteral("offline:") + profile;
    m_offline.open({}, {}); // in memory, until the keychain has answered
    m_credentials.read(name, this, [this, path, name](const QByteArray& key) {
        if (!m_session.isSignedIn()) {
            return;
        }
        if (key.size() == OfflineCache::kKeyBytes) {
            m_offline.open(path, key);
            return;
        }
        if (!m_credentials.isAvailable()) {
            return; // the key may be there although it cannot be had now: the file stays as it is
        }
        const QByteArray fresh = OfflineCache::newKey();
        m_credentials.write(name, fresh, this, [this, path, fresh](bool isKept) {
            if (isKept && m_session.isSignedIn()) {
                QFile::remove(path); // sealed with a key that is gone
                m_offline.open(path, fresh);
            }
        });
    });
}

void Console::start(bool isHidden)
{
    m_signIn->begin({});
    if (!isHidden || !m_tray->isThere()) {
        m_window->show();
    }
    m_signIn->resumeLast();
}

void Console::startAt(const QString& server, const QString& email)
{
    m_signIn->begin({});
    m_signIn->prefill(server, email);
    m_window->show();
}

} // namespace parley::console
