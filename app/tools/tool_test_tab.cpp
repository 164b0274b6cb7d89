// SPDX-License-Identifier: MIT
#include "app/tools/tool_test_tab.h"

#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/badge.h"
#include "app/widgets/banner.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/schema_form.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::console {

namespace {

/// A tool's own limit is at most 60 s.
constexpr int kTimeoutMs = 75'000;
constexpr int kFormWidthPx = 720;

QString written(const QJsonValue& value)
{
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    }
    if (value.isArray()) {
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    }
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return value.isNull() || value.isUndefined() ? QString()
                                                 : QString::fromUtf8(list.mid(1, list.size() - 2));
}

} // namespace

ToolTestTab::ToolTestTab(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_fields(new QVBoxLayout),
      m_about(new PlainLabel({}, "muted", this)),
      m_dry(new QCheckBox(tr("Only show what would be called"), this)),
      m_call(new QPushButton(icon(QStringLiteral("play")), tr("Call"), this)),
      m_banner(new Banner(this)),
      m_result(new QWidget(this)),
      m_status(new Badge({}, Tone::Neutral, m_result)),
      m_facts(new PlainLabel({}, "muted", m_result)),
      m_output(new QPlainTextEdit(m_result))
{
    auto* inner = new QWidget(this);
    inner->setMaximumWidth(kFormWidthPx);
    auto* line = new QHBoxLayout;
    line->addWidget(m_call);
    line->addWidget(m_dry);
    line->addStretch(1);
    m_output->setReadOnly(true);
    m_output->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_output->setAccessibleName(tr("Output of the tool"));
    m_output->setMinimumHeight(m_output->fontMetrics().lineSpacing() * 12);
    auto* head = new QHBoxLayout;
    head->addWidget(m_status);
    head->addWidget(m_facts, 1);
    auto* result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->addLayout(head);
    result->addWidget(m_output, 1);
    m_result->hide();

    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setSpacing(12);
    innerLayout->addWidget(m_about);
    innerLayout->addLayout(m_fields);
    innerLayout->addLayout(line);
    innerLayout->addWidget(m_banner);
    innerLayout->addWidget(m_result);
    innerLayout->addStretch(1);
    auto* scroll = new QScrollArea(this);
    auto* wide = new QWidget(scroll);
    auto* wideLayout = new QHBoxLayout(wide);
    wideLayout->setContentsMargins(0, 0, 0, 0);
    wideLayout->addWidget(inner, 1);
    wideLayout->addStretch(0);
    scroll->setWidget(wide);
    scroll->setWidgetResizable(true);
    setRole(scroll, "plain");
    scroll->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    m_call->setObjectName(QStringLiteral("call"));
    connect(m_call, &QPushButton::clicked, this, &ToolTestTab::call);
    setUnsaved(false);
}

void ToolTestTab::setTool(const QJsonObject& tool)
{
    const bool isSame = tool.value(QLatin1String("id")) == m_tool.value(QLatin1String("id")) &&
                        tool.value(QLatin1String("version")) == m_tool.value(QLatin1String("version"));
    m_tool = tool;
    if (!isSame) {
        buildFields();
        m_banner->clear();
        m_result->hide();
        ++m_shown; // an answer on its way belongs to another tool
        m_call->setEnabled(true);
    }
    setUnsaved(false);
}

void ToolTestTab::setUnsaved(bool isUnsaved)
{
    setRole(m_about, isUnsaved ? "error" : "muted");
    QString text = isUnsaved ? tr("The tool is called as it is saved: your changes are not. Save them first.")
                             : tr("The tool is called as it is saved, for real.");
    if (json::boolean(m_tool, QLatin1String("is_write"))) {
        text += QLatin1Char(' ') + tr("This one changes something at the other end.");
    }
    m_about->setText(text);
}

void ToolTestTab::buildFields()
{
    delete m_form;
    m_form = new Form(this);
    const QStringList fields = addSchemaFields(*m_form,
                                               json::object(m_tool, QLatin1String("input_schema")),
                                               QStringLiteral("input"));
    if (fields.isEmpty()) {
        m_form->addWidget(new PlainLabel(tr("The tool takes no input."), "muted", m_form));
    }
    if (json::boolean(m_tool, QLatin1String("is_personal"))) {
        m_form->addSection(tr("The customer"),
                           tr("This tool is for customers whose identity is proven: say whom to stand for."));
        m_form->addText(QStringLiteral("customer.user_id"), tr("User id"));
        m_form->addText(QStringLiteral("customer.email"), tr("E-mail"), {}, rules::email());
    }
    m_form->load({});
    m_fields->addWidget(m_form);
}

void ToolTestTab::call()
{
    if (m_form == nullptr || !m_form->check()) { // no tool could be read
        return;
    }
    QJsonObject body = m_form->value();
    body.insert(QLatin1String("dry_run"), m_dry->isChecked());
    ApiRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/tools/%1/test").arg(json::text(m_tool, QLatin1String("id")));
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.timeoutMs = kTimeoutMs;
    m_banner->clear();
    m_call->setEnabled(false);
    m_workspace.api.send(std::move(request), this, [this, shown = m_shown](const ApiReply& reply) {
        if (shown == m_shown) {
            m_call->setEnabled(true);
            answered(reply);
        }
    });
}

void ToolTestTab::answered(const ApiReply& reply)
{
    m_result->setVisible(reply.isOk());
    if (reply.error) {
        ApiError error = *reply.error;
        error.fields = m_form->showErrors(error.fields);
        QString text = error.describe();
        if (error.code == QLatin1String("outbound_refused")) {
            text += QLatin1Char('\n') +
                    tr("Parley calls public addresses only, so that no tool reaches into the network it runs "
                       "in. Whoever runs it can open private ones: security.outbound_allow.");
        }
        m_banner->say(Tone::Danger, text);
        return;
    }
    const QString status = json::text(reply.object, QLatin1String("status"));
    if (status == QLatin1String("done")) {
        m_status->setText(tr("Done"));
        m_status->setTone(Tone::Success);
    } else if (status == QLatin1String("needs_confirmation")) {
        m_status->setText(tr("The customer would be asked first"));
        m_status->setTone(Tone::Accent);
    } else {
        m_status->setText(status == QLatin1String("refused") ? tr("Refused") : tr("Failed"));
        m_status->setTone(Tone::Danger);
    }
    const double ms = json::number(reply.object, QLatin1String("duration_ms"));
    QStringList facts{tr("%1 ms").arg(QLocale().toString(ms, 'f', 0))};
    const QString problem = json::text(reply.object, QLatin1String("problem"));
    if (!problem.isEmpty()) {
        facts.append(problem);
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_output->setPlainText(written(reply.object.value(QLatin1String("output"))));
    m_output->setVisible(!m_output->toPlainText().isEmpty());
}

} // namespace parley::console
