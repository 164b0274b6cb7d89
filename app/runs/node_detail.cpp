// SPDX-License-Identifier: MIT
#include "app/runs/node_detail.h"

#include "app/net/json.h"
#include "app/runs/run_story.h"
#include "app/runs/run_words.h"
#include "app/widgets/plain_label.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kTextHeightPx = 170;

QString pretty(const QJsonValue& value)
{
    if (value.isObject()) {
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented)).trimmed();
    }
    if (value.isArray()) {
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Indented)).trimmed();
    }
    return value.toVariant().toString();
}

} // namespace

NodeDetail::NodeDetail(QWidget* parent)
    : QWidget(parent),
      m_title(new PlainLabel({}, "heading", this)),
      m_purpose(new PlainLabel({}, this)),
      m_facts(new PlainLabel({}, "muted", this))
{
    auto* texts = new QHBoxLayout;
    texts->setSpacing(12);
    const auto column = [&](const QString& caption) {
        auto* box = new QVBoxLayout;
        box->setSpacing(4);
        box->addWidget(new PlainLabel(caption, "muted", this));
        QPlainTextEdit* text = addText(caption);
        box->addWidget(text);
        texts->addLayout(box, 1);
        return text;
    };
    m_input = column(tr("What went in"));
    m_output = column(tr("What came out"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_purpose);
    layout->addWidget(m_facts);
    layout->addLayout(texts);
}

QPlainTextEdit* NodeDetail::addText(const QString& caption)
{
    auto* text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setAccessibleName(caption);
    text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setMinimumHeight(kTextHeightPx);
    text->setTabChangesFocus(true);
    return text;
}

void NodeDetail::setNode(const QJsonObject& node)
{
    setVisible(!node.isEmpty());
    const QString name = json::text(node, QLatin1String("name"));
    m_title->setText(words::node(name));
    m_purpose->setText(words::nodePurpose(name));
    QStringList facts{
        tr("Took %1").arg(words::microseconds(json::integer(node, QLatin1String("duration_us"))))};
    if (const qint64 tokens = tokensOf(node); tokens > 0) {
        facts.append(tr("%1 tokens").arg(QLocale().toString(tokens)));
    }
    if (const auto cost = json::maybeNumber(node, QLatin1String("cost"))) {
        facts.append(tr("cost %1").arg(QLocale().toString(*cost, 'f', 4)));
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_input->setPlainText(pretty(node.value(QLatin1String("input"))));
    m_output->setPlainText(pretty(node.value(QLatin1String("output"))));
}

} // namespace parley::console
