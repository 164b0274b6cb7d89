// SPDX-License-Identifier: MIT
#include "app/widgets/form_fields.h"

#include "app/widgets/display_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <cmath>

namespace parley::console {

namespace {

/// What nobody types: as good as no bound.
constexpr double kNoBound = 1e12;
/// More decimals are shown as far as the number has them.
constexpr int kMostPadded = 3;
constexpr int kLongestChoice = 80;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::FormFields)
};

/// As the person's locale writes numbers, or with a point.
QJsonValue numberOf(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return QJsonValue::Null;
    }
    bool isNumber = false;
    double number = QLocale().toDouble(trimmed, &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(trimmed, &isNumber);
    }
    if (!isNumber) {
        return trimmed; // kept as it is, for the rule to speak of
    }
    return number;
}

} // namespace

FormField& addOptionalNumber(Form& form,
                             const QString& name,
                             const QString& label,
                             double least,
                             double most,
                             int decimals,
                             const QString& hint,
                             const QString& meaning)
{
    auto* editor = new QLineEdit(&form);
    editor->setPlaceholderText(meaning);
    const Rule rule = [least, most, decimals](const QJsonValue& value) {
        const double number = value.toDouble();
        const bool isWhole = decimals > 0 || number == std::floor(number);
        if (value.isNull() || (value.isDouble() && number >= least && number <= most && isWhole)) {
            return QString();
        }
        if (least <= -kNoBound && most >= kNoBound) {
            return decimals > 0 ? Words::tr("A number.") : Words::tr("A whole number.");
        }
        const QString from = QLocale().toString(least, 'f', decimals);
        const QString to = QLocale().toString(most, 'f', decimals);
        return decimals > 0 ? Words::tr("A number from %1 to %2.").arg(from, to)
                            : Words::tr("A whole number from %1 to %2.").arg(from, to);
    };
    FormField& field = form.addCustom(
        name,
        label,
        editor,
        [editor] { return numberOf(editor->text()); },
        [editor, decimals](const QJsonValue& value) {
            const int shown =
                decimals > kMostPadded ? static_cast<int>(QLocale::FloatingPointShortest) : decimals;
            editor->setText(value.isDouble() ? QLocale().toString(value.toDouble(), 'f', shown) : QString());
        },
        hint,
        rule);
    QObject::connect(editor, &QLineEdit::textChanged, &form, [&form, name] { form.touch(name); });
    return field;
}

void setChoices(FormField& field, const QList<FormChoice>& choices, const QString& note)
{
    auto* box = qobject_cast<QComboBox*>(field.editor);
    if (box == nullptr) {
        return;
    }
    const QSignalBlocker quiet(box);
    const QString chosen = box->currentData().toString();
    box->clear();
    for (const FormChoice& choice : choices) {
        box->addItem(displayLine(choice.label, kLongestChoice), choice.value);
    }
    int at = box->findData(chosen);
    if (at < 0 && !chosen.isEmpty()) {
        box->addItem(displayLine(chosen, kLongestChoice), chosen);
        at = box->count() - 1;
    }
    addNote(*box, note);
    box->setCurrentIndex(qMax(0, at));
}

void addNote(QComboBox& box, const QString& note)
{
    if (note.isEmpty()) {
        return;
    }
    box.addItem(note);
    if (auto* model = qobject_cast<QStandardItemModel*>(box.model())) {
        model->item(box.count() - 1)->setEnabled(false);
    }
}

} // namespace parley::console
