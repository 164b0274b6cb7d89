// SPDX-License-Identifier: MIT
#include "app/shell/user_bar.h"

#include "app/session/session.h"
#include "app/style/colors.h"
#include "app/style/icons.h"
#include "app/widgets/badge.h"
#include "app/widgets/display_text.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kAvatarPx = 28;
constexpr int kDotPx = 10;

QColor colorOf(const QString& presence, const QPalette& palette)
{
    const Colors& colors = colorsOf(palette);
    return presence == QLatin1String("online") ? colors.success
           : presence == QLatin1String("busy") ? colors.danger
                                               : colors.muted;
}

} // namespace

UserBar::UserBar(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_button(new QToolButton(this))
{
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIconSize(QSize(kAvatarPx, kAvatarPx));
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_button->setObjectName(QStringLiteral("userMenu"));
    auto* menu = new QMenu(m_button);
    auto* states = new QActionGroup(menu);
    const std::pair<QString, QString> choices[] = {
        {QStringLiteral("online"), tr("Online: cases may be given to me")},
        {QStringLiteral("busy"), tr("Busy: no new cases")},
        {QStringLiteral("away"), tr("Away")},
    };
    for (const auto& [state, label] : choices) {
        QAction* action =
            menu->addAction(label, this, [this, wanted = state] { m_session.setPresence(wanted); });
        action->setCheckable(true);
        action->setData(state);
        states->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("settings")), tr("Preferences…"), this, &UserBar::preferencesWanted);
    menu->addAction(icon(QStringLiteral("leave")), tr("Sign out"), this, &UserBar::signOutWanted);
    connect(menu, &QMenu::aboutToShow, this, [this, states] {
        for (QAction* each : states->actions()) {
            each->setChecked(each->data().toString() == m_session.presence());
        }
    });
    m_button->setMenu(menu);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->addWidget(m_button);
    connect(&m_session, &Session::signedIn, this, &UserBar::refresh);
    connect(&m_session, &Session::presenceChanged, this, &UserBar::refresh);
}

void UserBar::refresh()
{
    const QString name = displayLine(m_session.user().displayName);
    const qreal ratio = devicePixelRatioF();
    QPixmap drawn(QSize(kAvatarPx, kAvatarPx) * ratio);
    drawn.setDevicePixelRatio(ratio);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    paintAvatar(painter, QRect(0, 0, kAvatarPx, kAvatarPx), name, palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorsOf(palette()).raised, 2));
    painter.setBrush(colorOf(m_session.presence(), palette()));
    painter.drawEllipse(QRect(kAvatarPx - kDotPx, kAvatarPx - kDotPx, kDotPx, kDotPx).adjusted(0, 0, -1, -1));
    painter.end();
    m_button->setIcon(QIcon(drawn));
    m_button->setText(
        fontMetrics().elidedText(name, Qt::ElideRight, 140).replace(QLatin1Char('&'), QLatin1String("&&")));
    m_button->setAccessibleName(tr("%1, %2").arg(name, m_session.presence()));
}

} // namespace parley::console
