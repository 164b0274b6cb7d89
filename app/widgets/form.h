// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QVBoxLayout;

namespace parley::console {

class Form;
class PlainLabel;

/// Says what is wrong with a value, in words; empty: nothing.
using Rule = std::function<QString(const QJsonValue&)>;

/// One field of a form: its editor and how a JSON value gets in and out of it.
struct FormField {
    /// As the server names it; dots reach into objects: "when.keywords".
    QString name;
    QWidget* editor = nullptr;
    PlainLabel* error = nullptr;
    QWidget* row = nullptr;
    std::function<QJsonValue()> value;
    std::function<void(const QJsonValue&)> setValue;
    Rule rule;
    /// Is sent when a resource is made, and never shown or sent again.
    bool isOnlyForNew = false;
    /// What a new resource begins with.
    QJsonValue initial;
    /// The form within this field that is shown now: it checks its own fields and shows their errors. Null:
    /// none.
    std::function<Form*()> inner;
};

/// A choice: what the server calls it, and what a person reads.
struct FormChoice {
    QString value;
    QString label;
};

/// Labelled fields, one below the other, that load from and save to a JSON object, check as one types, and
/// show the server's own errors at the field they belong to.
class Form : public QWidget {
    Q_OBJECT

public:
    explicit Form(QWidget* parent = nullptr);

    /// A heading between fields.
    void addSection(const QString& title, const QString& explanation = {});
    /// @param hint a line below the field; empty: none
    FormField&
    addText(const QString& name, const QString& label, const QString& hint = {}, const Rule& rule = {});
    FormField&
    addPassword(const QString& name, const QString& label, const QString& hint = {}, const Rule& rule = {});
    /// @param lines height of the editor
    FormField& addMultiline(const QString& name,
                            const QString& label,
                            int lines,
                            const QString& hint = {},
                            const Rule& rule = {});
    FormField& addChoice(const QString& name,
                         const QString& label,
                         const QList<FormChoice>& choices,
                         const QString& hint = {});
    FormField& addCheck(const QString& name, const QString& label, const QString& hint = {});
    /// @param decimals 0: whole numbers
    FormField& addNumber(const QString& name,
                         const QString& label,
                         double least,
                         double most,
                         int decimals = 0,
                         const QString& hint = {},
                         const QString& suffix = {});
    /// An array of texts, one a line.
    FormField& addLines(const QString& name,
                        const QString& label,
                        int lines,
                        const QString& hint = {},
                        const Rule& rule = {});
    /// An array of texts out of a fixed set, as check boxes.
    FormField& addChecks(const QString& name,
                         const QString& label,
                         const QList<FormChoice>& choices,
                         const QString& hint = {});
    /// Any JSON value, as text; what is no JSON is an error of the field.
    FormField& addJson(const QString& name,
                       const QString& label,
                       int lines,
                       const QString& hint = {},
                       const Rule& rule = {});
    /// An editor of the caller's; @param changed must be connected by the caller to `touch`
    FormField& addCustom(const QString& name,
                         const QString& label,
                         QWidget* editor,
                         std::function<QJsonValue()> value,
                         std::function<void(const QJsonValue&)> setValue,
                         const QString& hint = {},
                         const Rule& rule = {});
    /// Objects that have their own fields, by what they are: `name` is the object of the one that `shown`
    /// gives.
    /// @param pages where they stand, such as a QStackedWidget
    FormField& addForms(const QString& name, QWidget* pages, std::function<Form*()> shown);
    /// A widget without a value between the fields.
    void addWidget(QWidget* widget);

    /// Shows an object; nothing is changed or wrong then. An empty one: a new resource.
    void load(const QJsonObject& object);
    /// What is written in the fields, as an object. Fields that are empty and were not there are left out.
    QJsonObject value() const;
    /// What differs from what was loaded: the body of a PATCH. A nested object is sent whole when anything in
    /// it changed.
    QJsonObject changes() const;
    bool isChanged() const;
    /// Checks every field and shows what is wrong. @return whether nothing is
    bool check();
    /// The server's `errors`, by field; those of unknown fields are returned, to be said elsewhere.
    QHash<QString, QString> showErrors(const QHash<QString, QString>& errors);

    FormField* field(const QString& name);
    void setFieldVisible(const QString& name, bool isVisible);
    void setReadOnly(bool isReadOnly);
    /// The keyboard goes to the first field.
    void focusFirst();
    /// For custom editors: something was edited.
    void touch(const QString& name);

Q_SIGNALS:
    /// Something was edited by the person.
    void edited();

private:
    FormField&
    add(const QString& name, const QString& label, QWidget* editor, const QString& hint, const Rule& rule);
    void showError(FormField& field, const QString& error);
    /// Those that no form within a field showed.
    QHash<QString, QString> withoutInner(const QHash<QString, QString>& errors);
    QJsonValue loadedValue(const QString& name) const;

    QVBoxLayout* m_layout;
    // By pointer: callers keep references while fields are added.
    std::vector<std::unique_ptr<FormField>> m_fields;
    QJsonObject m_loaded;
    bool m_isLoading = false;
};

/// Rules that many fields share. `chain` gives the first fault of several.
namespace rules {
Rule required();
Rule lengthAtMost(int most);
Rule matches(const QString& pattern, const QString& explanation);
Rule email();
Rule webAddress();
Rule chain(std::vector<Rule> rules);
} // namespace rules

} // namespace parley::console
