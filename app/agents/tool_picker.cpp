// SPDX-License-Identifier: MIT
#include "app/agents/tool_picker.h"

#include "app/net/json.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace parley::console {

ToolPicker::ToolPicker(QWidget* parent)
    : QWidget(parent),
      m_boxes(new QVBoxLayout(this)),
      m_none(new PlainLabel(tr("There are no tools yet. They are made on the page Tools."), "muted", this)),
      m_note(new PlainLabel({}, "muted", this))
{
    m_boxes->setContentsMargins(0, 0, 0, 0);
    m_boxes->setSpacing(4);
    m_boxes->addWidget(m_none);
    m_boxes->addWidget(m_note);
    m_none->hide();
    m_note->hide();
}

void ToolPicker::setTools(const QJsonArray& tools, const QString& note)
{
    m_tools = tools;
    m_note->setText(note);
    m_areKnown = true;
    rebuild();
}

void ToolPicker::setChosen(const QStringList& names)
{
    m_chosen = names;
    rebuild();
}

void ToolPicker::rebuild()
{
    const QList<QCheckBox*> old = findChildren<QCheckBox*>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(old);
    const auto add = [this](const QString& name, const QString& label, const QString& description) {
        // An ampersand would be a shortcut's mark.
        auto* box = new QCheckBox(displayCaption(label), this);
        box->setChecked(m_chosen.contains(name));
        box->setAccessibleName(displayLine(label));
        box->setAccessibleDescription(displayLine(description));
        setPlainToolTip(box, description);
        m_boxes->insertWidget(m_boxes->indexOf(m_note), box);
        connect(box, &QCheckBox::toggled, this, [this, name](bool isOn) {
            isOn ? m_chosen.append(name) : static_cast<void>(m_chosen.removeAll(name));
            Q_EMIT changed();
        });
    };
    QStringList known;
    for (const QJsonValue& each : std::as_const(m_tools)) {
        const QJsonObject tool = each.toObject();
        const QString name = json::text(tool, QLatin1String("name"));
        known.append(name);
        QString label = name;
        if (!json::boolean(tool, QLatin1String("enabled"), true)) {
            label = tr("%1 (switched off)").arg(name);
        } else if (json::boolean(tool, QLatin1String("is_write"))) {
            label = tr("%1 (changes something: the customer confirms)").arg(name);
        }
        add(name, label, json::text(tool, QLatin1String("description")));
    }
    for (const QString& name : std::as_const(m_chosen)) {
        if (!known.contains(name)) {
            add(name, m_areKnown ? tr("%1 (there is no tool of this name here)").arg(name) : name, {});
        }
    }
    m_none->setVisible(m_areKnown && m_tools.isEmpty() && m_chosen.isEmpty());
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace parley::console
