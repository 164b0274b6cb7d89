// SPDX-License-Identifier: MIT
#include "app/shell/tray.h"

#include "app/shell/preferences.h"
#include "app/style/icons.h"
#include "app/widgets/display_text.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kIconPx = 64;
constexpr int kDotPx = 38;
constexpr int kNotifyMs = 15'000;
constexpr int kMostShown = 99;
constexpr int kLongestText = 200;

} // namespace

QIcon countedIcon(int count)
{
    if (count <= 0) {
        return productIcon();
    }
    QPixmap drawn = productIcon().pixmap(kIconPx, kIconPx);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect dot(kIconPx - kDotPx, 0, kDotPx, kDotPx);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xc6, 0x28, 0x28));
    painter.drawEllipse(dot);
    QFont font = QApplication::font();
    font.setPixelSize(count > 9 ? kDotPx / 2 : kDotPx * 2 / 3);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(dot, Qt::AlignCenter, QString::number(qMin(count, kMostShown)));
    return QIcon(drawn);
}

QString notificationText(const QString& text)
{
    // Escaping would be seen where none is read.
    return displayUntagged(text, kLongestText).replace(QLatin1Char('&'), QChar(0xff06));
}

Tray::Tray(Preferences& preferences, QWidget& window, QObject* parent)
    : QObject(parent), m_menu(new QMenu), m_preferences(preferences), m_window(window)
{
    m_menu->addAction(tr("Open Parley"), this, &Tray::opened);
    m_menu->addAction(tr("Quit"), this, &Tray::quitWanted);
    m_icon.setContextMenu(m_menu);
    m_icon.setIcon(countedIcon(0));
    m_icon.setToolTip(tr("Parley"));
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context) {
            Q_EMIT opened();
        }
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        Q_EMIT conversationWanted(m_conversation);
    });
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon.show();
    }
}

Tray::~Tray()
{
    delete m_menu;
}

bool Tray::isThere() const
{
    return m_icon.isVisible();
}

void Tray::setWaiting(int count)
{
    m_waiting = count;
    showCounts();
}

void Tray::setMentions(int count)
{
    m_mentions = count;
    showCounts();
}

void Tray::showCounts()
{
    const QIcon counted = countedIcon(m_waiting + m_mentions);
    m_icon.setIcon(counted);
    QString tip = m_waiting == 0 ? tr("Parley: nobody waits") : tr("Parley: %n waiting", nullptr, m_waiting);
    if (m_mentions > 0) {
        tip += QLatin1Char('\n') + tr("%n mention(s) of you", nullptr, m_mentions);
    }
    m_icon.setToolTip(tip);
    m_window.setWindowIcon(counted);
}

void Tray::notify(const QString& title, const QString& text, const QString& conversation)
{
    if (!m_preferences.isNotifying()) {
        return;
    }
    m_conversation = conversation;
    QApplication::alert(&m_window); // stays in the task bar until somebody looks
    if (m_preferences.hasSound()) {
        QApplication::beep();
    }
    if (m_icon.isVisible() && QSystemTrayIcon::supportsMessages() && !m_window.isActiveWindow()) {
        m_icon.showMessage(title, notificationText(text), QSystemTrayIcon::Information, kNotifyMs);
    }
}

} // namespace parley::console
