// SPDX-License-Identifier: MIT
#include "app/agents/sandbox_tab.h"

#include "app/agents/sandbox_turn.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parley::console {

namespace {

/// As the server allows.
constexpr int kMostCharacters = 8'000;
constexpr int kMostLines = 50;
/// A model may write as long as it does for a customer.
constexpr int kTestTimeoutMs = 190'000;

} // namespace

SandboxTab::SandboxTab(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_about(new PlainLabel({}, "muted", this)),
      m_route(new QCheckBox(tr("Choose the agent as for a customer"), this)),
      m_locale(new QComboBox(this)),
      m_empty(new EmptyState(QStringLiteral("play"),
                             tr("Ask as a customer would"),
                             tr("You see the answer, how sure the agent is, what it read and how long each "
                                "step took. Nothing is stored, and nobody is written to."),
                             this)),
      m_scroll(new QScrollArea(this)),
      m_input(new QLineEdit(this)),
      m_send(new QPushButton(icon(QStringLiteral("send")), tr("Ask"), this))
{
    m_locale->setAccessibleName(tr("Language of the customer"));
    const QList<std::pair<QString, QString>> languages{{QStringLiteral("en"), QStringLiteral("English")},
                                                       {QStringLiteral("de"), QStringLiteral("Deutsch")},
                                                       {QStringLiteral("es"), QStringLiteral("Español")},
                                                       {QStringLiteral("fr"), QStringLiteral("Français")}};
    for (const auto& [code, name] : languages) {
        m_locale->addItem(name, code);
    }
    auto* again = new QPushButton(icon(QStringLiteral("refresh")), tr("Start over"), this);
    auto* choices = new QHBoxLayout;
    choices->addWidget(m_route);
    choices->addStretch(1);
    choices->addWidget(m_locale);
    choices->addWidget(again);

    auto* inner = new QWidget(m_scroll);
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, 12, 0);
    m_list = new QVBoxLayout;
    m_list->setSpacing(18);
    innerLayout->addLayout(m_list);
    innerLayout->addStretch(1);
    m_scroll->setWidget(inner);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRole(m_scroll, "plain");
    m_scroll->setFrameShape(QFrame::NoFrame);

    m_input->setMaxLength(kMostCharacters);
    m_input->setPlaceholderText(tr("A customer's question"));
    m_input->setAccessibleName(tr("A customer's question"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_input, 1);
    line->addWidget(m_send);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_about);
    layout->addLayout(choices);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(line);
    connect(m_input, &QLineEdit::returnPressed, this, &SandboxTab::ask);
    connect(m_send, &QPushButton::clicked, this, &SandboxTab::ask);
    connect(again, &QPushButton::clicked, this, &SandboxTab::restart);
    // A new answer is read from its beginning: the view follows it down.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int end) {
        if (m_isAsking) {
            m_scroll->verticalScrollBar()->setValue(end);
        }
    });
    restart();
}

void SandboxTab::setAgent(const QJsonObject& agent)
{
    const bool isOther = agent.value(QLatin1String("id")) != m_agent.value(QLatin1String("id"));
    m_agent = agent;
    if (isOther) {
        restart();
    }
    say();
}

void SandboxTab::setUnsaved(const QJsonObject& changes)
{
    if (changes != m_unsaved) {
        m_unsaved = changes;
        say();
    }
}

void SandboxTab::say()
{
    const qint64 version = json::integer(m_agent, QLatin1String("version"));
    m_about->setText(m_unsaved.isEmpty()
                         ? tr("Version %1 is tested, as it is saved.").arg(version)
                         : tr("Version %1 is tested with what you changed and have not saved.").arg(version));
}

void SandboxTab::restart()
{
    ++m_chat;
    m_isAsking = false;
    for (const auto& turn : std::as_const(m_turns)) {
        if (turn) {
            turn->deleteLater();
        }
    }
    m_turns.clear();
    m_empty->show();
    m_scroll->hide();
    m_send->setEnabled(true);
    m_input->setFocus();
}

QJsonArray SandboxTab::history() const
{
    QJsonArray lines;
    for (const auto& turn : m_turns) {
        if (!turn || turn->answer().isEmpty()) {
            continue;
        }
        lines.append(QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                 {QStringLiteral("text"), turn->question()}});
        lines.append(QJsonObject{{QStringLiteral("role"), QStringLiteral("agent")},
                                 {QStringLiteral("text"), turn->answer()}});
    }
    while (lines.size() > kMostLines) {
        lines.removeFirst();
    }
    return lines;
}

void SandboxTab::ask()
{
    const QString text = m_input->text().trimmed();
    if (text.isEmpty() || m_isAsking) {
        return;
    }
    QJsonObject body{{QStringLiteral("text"), text},
                     {QStringLiteral("locale"), m_locale->currentData().toString()},
                     {QStringLiteral("route"), m_route->isChecked()},
                     {QStringLiteral("history"), history()}};
    if (!m_unsaved.isEmpty()) {
        body.insert(QStringLiteral("agent"), m_unsaved);
    }
    ApiRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/agents/%1/test").arg(json::text(m_agent, QLatin1String("id")));
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.timeoutMs = kTestTimeoutMs;

    auto* turn = new SandboxTurn(text, m_scroll->widget());
    m_turns.append(turn);
    m_list->addWidget(turn);
    m_empty->hide();
    m_scroll->show();
    m_isAsking = true;
    m_send->setEnabled(false);
    m_workspace.api.send(std::move(request), turn, [this, turn, text, chat = m_chat](const ApiReply& reply) {
        if (chat != m_chat) {
            return;
        }
        if (reply.error) {
            turn->setFailed(*reply.error);
        } else {
            turn->setAnswer(reply.object);
            if (m_input->text().trimmed() == text) {
                m_input->clear();
            }
        }
        m_send->setEnabled(true);
        // The layout grows after this returns.
        QTimer::singleShot(0, this, [this] { m_isAsking = false; });
    });
}

} // namespace parley::console
