// SPDX-License-Identifier: MIT
#include "app/widgets/pairs_editor.h"

#include "app/style/icons.h"
#include "app/widgets/secret_edit.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::console {

PairsEditor::PairsEditor(Values values, const QString& add, QWidget* parent)
    : QWidget(parent), m_values(values), m_rows(new QVBoxLayout)
{
    auto* button = new QPushButton(icon(QStringLiteral("plus")), add, this);
    setFocusProxy(button);
    m_rows->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_rows);
    layout->addWidget(button, 0, Qt::AlignLeading);
    connect(button, &QPushButton::clicked, this, [this] {
        addLine({}, {});
        m_lines.last().name->setFocus();
    });
}

void PairsEditor::addLine(const QString& name, const QString& value)
{
    auto* row = new QWidget(this);
    auto* nameEdit = new QLineEdit(name, row);
    nameEdit->setPlaceholderText(tr("Name"));
    nameEdit->setAccessibleName(tr("Name"));
    auto* valueEdit = new SecretEdit(row);
    valueEdit->setSecret(value);
    if (m_values == Values::Shown) {
        valueEdit->setEchoMode(QLineEdit::Normal);
        if (!valueEdit->isKept()) {
            valueEdit->setPlaceholderText(tr("Value"));
        }
    }
    valueEdit->setAccessibleName(tr("Value"));
    auto* remove = new QToolButton(row);
    remove->setIcon(icon(QStringLiteral("close")));
    remove->setAccessibleName(tr("Remove this line"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(nameEdit, 2);
    layout->addWidget(valueEdit, 3);
    layout->addWidget(remove);
    m_rows->addWidget(row);
    m_lines.append({row, nameEdit, valueEdit});
    connect(nameEdit, &QLineEdit::textChanged, this, &PairsEditor::changed);
    connect(valueEdit, &SecretEdit::secretChanged, this, &PairsEditor::changed);
    connect(remove, &QToolButton::clicked, this, [this, row] {
        m_lines.removeIf([row](const Line& line) { return line.row == row; });
        row->deleteLater();
        Q_EMIT changed();
    });
}

QJsonObject PairsEditor::value() const
{
    QJsonObject pairs;
    for (const Line& line : m_lines) {
        if (!line.name->text().trimmed().isEmpty()) {
            pairs.insert(line.name->text().trimmed(), line.value->secret());
        }
    }
    return pairs;
}

void PairsEditor::setValue(const QJsonObject& pairs)
{
    for (const Line& line : std::as_const(m_lines)) {
        line.row->deleteLater();
        line.row->hide();
    }
    m_lines.clear();
    for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
        addLine(pair.key(), pair.value().toString());
    }
}

} // namespace parley::console
