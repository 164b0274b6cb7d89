// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/workspace/page.h"

#include <QJsonObject>

#include <functional>
#include <memory>

class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace parley::console {

class Banner;
class Form;
class JsonListModel;
class PlainLabel;
class RecordTable;
class SearchField;

/// What a ResourcePage configures, in words and paths.
struct ResourceKind {
    /// Of the list; one is `path/{id}`.
    QString path;
    QString title;
    QString icon;
    /// Label of the button that makes one; empty: none can be made here.
    QString create;
    QString emptyTitle;
    QString emptyText;
    /// As the list shows it.
    std::function<QString(const QJsonObject&)> name;
    /// Second line in the list; may be empty.
    std::function<QString(const QJsonObject&)> detail;
    /// What goes with it, for the question before deleting; an empty text: it cannot be deleted.
    std::function<QString(const QJsonObject&)> destroys;
    /// What must be typed before it is deleted; may be empty.
    std::function<QString(const QJsonObject&)> typedToDelete;
};

/// A page for things that are configured: the list on one side, the chosen one as a form on the other; new,
/// save, discard, delete. A subclass adds the fields, and tabs of its own beside them.
///
/// What is not saved is asked about before another is shown; the server's errors stand at the fields they
/// belong to.
class ResourcePage : public Page {
    Q_OBJECT

public:
    ResourcePage(Workspace& workspace, ResourceKind kind, QWidget* parent);
    ~ResourcePage() override;

    void activate() override;
    void open(const QString& id) override;
    QString unsaved() const override;

protected:
    Workspace& workspace() { return m_workspace; }
    Form& form() { return *m_form; }
    /// Shown beside the form as a tab; the form's own is called `Settings`. Not for new resources.
    void addTab(QWidget* tab, const QString& title);
    /// A button or the like beside Save; shown for saved resources.
    void addTool(QWidget* tool);
    /// What is shown; empty while a new one is made.
    const QJsonObject& resource() const { return m_resource; }
    bool isNew() const { return m_isNew; }

    /// The fields hold another resource now (empty: a new one). For tabs and fields that depend on it.
    virtual void shown(const QJsonObject& resource) { Q_UNUSED(resource) }
    /// The body of the POST that makes one; the form's value unless a subclass knows better.
    virtual QJsonObject creation() const;
    /// The body of the PATCH; the form's changes unless a subclass knows better.
    virtual QJsonObject changes() const;
    /// It was made (with what is only answered once, such as a secret) or saved.
    virtual void saved(const QJsonObject& resource, bool wasNew);
    /// From the server again, and shown anew.
    void reloadResource();
    /// As the server has just answered it: in the list, and shown anew.
    void showResource(const QJsonObject& resource);
    /// Whether one can be made here, where that is known only later; true at first.
    void setCreatable(bool isCreatable);

private:
    void buildList(QWidget* side);
    void buildEditor(QWidget* side);
    void choose(const QJsonObject& object);
    void begin();
    void display(const QJsonObject& object, bool isNew);
    void save();
    void remove();
    void answered(const ApiReply& reply, bool wasNew, const QJsonValue& id);
    void discard();
    void filter(const QString& text);
    void find();
    void updateButtons();
    /// Calls `then` at once, or after the person agreed to lose what is not saved.
    void leave(std::function<void()> then);

    Workspace& m_workspace;
    ResourceKind m_kind;
    std::unique_ptr<JsonListModel> m_model;
    RecordTable* m_table;
    SearchField* m_search;
    PlainLabel* m_cut;
    QStackedWidget* m_stack;
    QTabWidget* m_tabs;
    Form* m_form;
    QPushButton* m_create;
    QAction* m_createCommand;
    PlainLabel* m_heading;
    Banner* m_banner;
    QHBoxLayout* m_toolLayout;
    QList<QWidget*> m_tools;
    QPushButton* m_save;
    QPushButton* m_discard;
    QPushButton* m_delete;
    QJsonObject m_resource;
    QString m_wanted;
    bool m_isNew = false;
    bool m_isSaving = false;
};

} // namespace parley::console
