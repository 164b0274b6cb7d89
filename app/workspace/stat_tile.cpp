// SPDX-License-Identifier: MIT
#include "app/workspace/stat_tile.h"

#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace parley::console {

StatTile::StatTile(const QString& title, QWidget* parent)
    : QFrame(parent),
      m_name(title),
      m_value(new PlainLabel({}, "title", this)),
      m_detail(new PlainLabel({}, "muted", this)),
      m_change(new Badge({}, Tone::Neutral, this))
{
    setRole(this, "card");
    m_value->setWordWrap(false);
    auto* line = new QHBoxLayout;
    line->addWidget(m_value);
    line->addWidget(m_change, 0, Qt::AlignVCenter);
    line->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(4);
    layout->addWidget(new PlainLabel(title, "muted", this));
    layout->addLayout(line);
    layout->addWidget(m_detail);
    layout->addStretch(1);
}

void StatTile::setFigure(const QString& value, const QString& detail, const Change& change)
{
    m_value->setText(value);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_change->setText(change.text);
    m_change->setTone(change.tone);
    m_change->setVisible(!change.text.isEmpty());
    QStringList spoken{m_name, value, detail};
    if (!change.text.isEmpty()) {
        spoken.append(tr("%1 against the period before").arg(change.text));
    }
    setAccessibleName(spoken.join(QStringLiteral(", ")));
}

} // namespace parley::console
