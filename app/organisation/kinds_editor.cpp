// SPDX-License-Identifier: MIT
#include "app/organisation/kinds_editor.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kIndentPx = 24;
constexpr int kSpacingPx = 3;

} // namespace

KindsEditor::KindsEditor(const QList<FormChoice>& kinds, QWidget* parent)
    : QWidget(parent),
      m_all(new QCheckBox(tr("All, also those that come later"), this)),
      m_chosen(new QWidget(this))
{
    auto* inner = new QVBoxLayout(m_chosen);
    inner->setContentsMargins(kIndentPx, 0, 0, 0);
    inner->setSpacing(kSpacingPx);
    for (const FormChoice& kind : kinds) {
        auto* box = new QCheckBox(kind.label, m_chosen);
        inner->addWidget(box);
        m_boxes.append({kind.value, box});
        connect(box, &QCheckBox::toggled, this, &KindsEditor::edited);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacingPx);
    layout->addWidget(m_all);
    layout->addWidget(m_chosen);
    setFocusProxy(m_all);
    connect(m_all, &QCheckBox::toggled, this, [this](bool isAll) {
        m_chosen->setVisible(!isAll);
        Q_EMIT edited();
    });
    m_all->setChecked(true);
}

QJsonValue KindsEditor::value() const
{
    if (m_all->isChecked()) {
        return QJsonValue::Null;
    }
    QJsonArray kinds;
    for (const auto& [kind, box] : m_boxes) {
        if (box->isChecked()) {
            kinds.append(kind);
        }
    }
    return kinds;
}

void KindsEditor::setValue(const QJsonValue& kinds)
{
    const QJsonArray chosen = kinds.toArray();
    for (const auto& [kind, box] : m_boxes) {
        box->setChecked(!kinds.isArray() || chosen.contains(kind));
    }
    m_all->setChecked(!kinds.isArray());
}

} // namespace parley::console
