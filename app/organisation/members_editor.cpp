// SPDX-License-Identifier: MIT
#include "app/organisation/members_editor.h"

#include "app/net/json.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/search_field.h"
#include "app/widgets/text_delegate.h"

#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kListHeightPx = 190;

QString nameOf(const QJsonObject& user)
{
    const QString name = json::text(user, QLatin1String("display_name"));
    const QString email = json::text(user, QLatin1String("email"));
    return name.isEmpty() ? email : MembersEditor::tr("%1 (%2)").arg(name, email);
}

} // namespace

MembersEditor::MembersEditor(QWidget* parent)
    : QWidget(parent),
      m_find(new SearchField(tr("Find a person"), this)),
      m_list(new QListWidget(this)),
      m_note(new PlainLabel({}, "muted", this))
{
    m_list->setItemDelegate(new TextDelegate(m_list));
    m_list->setFixedHeight(kListHeightPx);
    m_list->setAccessibleName(tr("People of this organisation"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_find);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    m_note->hide();
    setFocusProxy(m_find);
    connect(m_find, &SearchField::searched, this, [this](const QString& text) {
        for (int row = 0; row < m_list->count(); ++row) {
            m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
        }
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        const QString id = item->data(Qt::UserRole).toString();
        m_members.removeAll(id);
        if (item->checkState() == Qt::Checked) {
            m_members.append(id);
        }
        Q_EMIT edited();
    });
}

void MembersEditor::setPeople(const QJsonArray& users, const QString& note)
{
    m_people = users;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    refill();
}

QJsonValue MembersEditor::value() const
{
    QStringList sorted = m_members;
    sorted.sort(); // an order is not kept: the same people are the same value
    return QJsonArray::fromStringList(sorted);
}

void MembersEditor::setValue(const QJsonValue& members)
{
    m_members.clear();
    for (const QJsonValue& each : members.toArray()) {
        m_members.append(each.toString());
    }
    refill();
}

void MembersEditor::refill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    QStringList unknown = m_members;
    const auto add = [this](const QString& id, const QString& name) {
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_members.contains(id) ? Qt::Checked : Qt::Unchecked);
    };
    for (const QJsonValue& each : m_people) {
        const QString id = json::text(each.toObject(), QLatin1String("id"));
        unknown.removeAll(id);
        add(id, nameOf(each.toObject()));
    }
    for (const QString& id : unknown) {
        add(id, m_people.isEmpty() ? id : tr("Somebody who is no longer here (%1)").arg(id));
    }
}

} // namespace parley::console
