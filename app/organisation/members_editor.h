// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QWidget>

class QListWidget;

namespace parley::console {

class PlainLabel;
class SearchField;

/// Who belongs to a team: the people of the organisation, with check marks.
class MembersEditor : public QWidget {
    Q_OBJECT

public:
    explicit MembersEditor(QWidget* parent = nullptr);

    /// @param users as `GET /users` lists them @param note stands below them; empty: nothing does
    void setPeople(const QJsonArray& users, const QString& note = {});
    /// Ids; those of people who are not known here stay.
    QJsonValue value() const;
    void setValue(const QJsonValue& members);

Q_SIGNALS:
    void edited();

private:
    void refill();

    QJsonArray m_people;
    QStringList m_members;
    SearchField* m_find;
    QListWidget* m_list;
    PlainLabel* m_note;
};

} // namespace parley::console
