// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"

namespace parley::console {

/// How what was done stands in a table.
std::vector<JsonListModel::Column> auditColumns();
/// As it is exported: ids, names of the protocol and UTC, for programs and for auditors.
QStringList auditRecordTitles();
QStringList auditRecord(const QJsonObject& row);
/// "team.create" as "Team: create".
QString actionWords(const QString& action);
/// The person's name, or what did it where it was no person.
QString actorWords(const QJsonObject& actor);

} // namespace parley::console
