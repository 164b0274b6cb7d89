// SPDX-License-Identifier: MIT
#include "app/widgets/form.h"

namespace parley::console {

FormField& Form::addForms(const QString& name, QWidget* pages, std::function<Form*()> shown)
{
    FormField& field = addCustom(
        name,
        {},
        pages,
        [shown] { return QJsonValue(shown()->value()); },
        [shown](const QJsonValue& value) { shown()->load(value.toObject()); });
    field.inner = shown;
    return field;
}

QHash<QString, QString> Form::withoutInner(const QHash<QString, QString>& errors)
{
    QHash<QString, QString> left = errors;
    for (const auto& field : m_fields) {
        if (!field->inner) {
            continue;
        }
        const QString prefix = field->name + QLatin1Char('.');
        QHash<QString, QString> theirs;
        for (auto error = errors.begin(); error != errors.end(); ++error) {
            if (error.key().startsWith(prefix)) {
                theirs.insert(error.key().mid(prefix.size()), error.value());
                left.remove(error.key());
            }
        }
        const auto unshown = field->inner()->showErrors(theirs);
        for (auto error = unshown.begin(); error != unshown.end(); ++error) {
            left.insert(prefix + error.key(), error.value());
        }
    }
    return left;
}

} // namespace parley::console
