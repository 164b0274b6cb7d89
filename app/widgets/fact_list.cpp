// SPDX-License-Identifier: MIT
#include "app/widgets/fact_list.h"

#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"

#include <QFormLayout>

namespace parley::console {

FactList::FactList(QWidget* parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(18);
    m_layout->setVerticalSpacing(6);
    m_layout->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void FactList::setFacts(const QList<std::pair<QString, QString>>& facts)
{
    while (m_layout->rowCount() > 0) {
        m_layout->removeRow(0);
    }
    for (const auto& [name, value] : facts) {
        if (value.isEmpty()) {
            continue;
        }
        auto* caption = new PlainLabel(name, "muted", this);
        caption->setWordWrap(false);
        auto* text = new PlainLabel(value, this);
        text->setCopyable(true);
        text->setAccessibleName(displayLine(name + QLatin1String(": ") + value));
        m_layout->addRow(caption, text);
    }
}

} // namespace parley::console
