// SPDX-License-Identifier: MIT
#include "app/shell/console.h"

#include "app/shell/main_window.h"
#include "app/shell/mention_bar.h"
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
      m_offlineKeeper(m_folder, m_session, m_credentials, m_offline),
      m_local(QDir(m_folder).filePath(QStringLiteral("server"))),
      m_notifier(m_api, m_live, m_session),
      m_mentions(m_live, m_session, m_settings),
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
    wireMentions();
}

void Console::wireMentions()
{
    auto* bar = new MentionBar(m_mentions);
    m_window->addBar(bar);
    const auto placeOf = [](const QString& conversation, const QString& message) {
        return QString(conversation + QLatin1Char('#') + message);
    };
    connect(bar,
            &MentionBar::wanted,
            this,
            [this, placeOf](const QString& conversation, const QString& message) {
                m_window->openConversation(placeOf(conversation, message));
            });
    connect(&m_mentions, &MentionWatch::mentioned, this, [this, placeOf](const MentionNews& news) {
        m_tray->notify(MentionBar::titleOf(news), news.preview, placeOf(news.conversation, news.message));
    });
    connect(&m_mentions, &MentionWatch::changed, this, [this] {
        m_tray->setMentions(static_cast<int>(m_mentions.waiting().size()));
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        m_mentions.setFrontmost(state == Qt::ApplicationActive);
    });
    m_mentions.setFrontmost(QGuiApplication::applicationState() == Qt::ApplicationActive);
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
