// SPDX-License-Identifier: MIT
#include "app/channels/template_rule.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace parley::console::rules {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::TemplateRule)
};

} // namespace

Rule knownVariables(const QStringList& known)
{
    return [known](const QJsonValue& value) {
        static const QRegularExpression variable(QStringLiteral("\\{([A-Za-z_][A-Za-z0-9_]*)\\}"));
        auto found = variable.globalMatch(value.toString());
        while (found.hasNext()) {
            const QString name = found.next().captured(1);
            if (!known.contains(name)) {
                return Words::tr("There is no {%1}; there is: %2")
                    .arg(name, QLatin1Char('{') + known.join(QStringLiteral("}, {")) + QLatin1Char('}'));
            }
        }
        return QString();
    };
}

} // namespace parley::console::rules
