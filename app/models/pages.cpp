// SPDX-License-Identifier: MIT
#include "app/models/pages.h"

#include "app/models/model_page.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::ModelPages)
};

struct Sections {
    Q_DECLARE_TR_FUNCTIONS(parley::console::Sections)
};

} // namespace

QList<PageEntry> modelPages()
{
    PageEntry models;
    models.id = QStringLiteral("models");
    models.title = Words::tr("Models");
    models.icon = QStringLiteral("model");
    models.section = Sections::tr("Agents");
    models.needsTenant = false; // without one: the defaults of the platform
    models.permission = QStringLiteral("tenant:configure");
    models.make = [](Workspace& workspace, QWidget* parent) { return new ModelPage(workspace, parent); };
    return {models};
}

} // namespace parley::console
