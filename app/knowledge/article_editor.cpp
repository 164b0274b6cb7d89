// SPDX-License-Identifier: MIT
#include "app/knowledge/article_editor.h"

#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMostTitle = 500;
constexpr int kMostCategory = 100;
constexpr int kTextLines = 14;
constexpr int kWidthPx = 680;
constexpr int kHeightPx = 660;

} // namespace

ArticleEditor::ArticleEditor(ApiClient& api, const QJsonObject& draft, QWidget* parent)
    : QDialog(parent),
      m_api(api),
      m_form(new Form(this)),
      m_banner(new Banner(this)),
      m_save(new QPushButton(tr("Add article"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New article"));
    resize(kWidthPx, kHeightPx);
    m_form->addText(QStringLiteral("title"),
                    tr("Title"),
                    tr("The question it answers, in a customer's words."),
                    rules::chain({rules::required(), rules::lengthAtMost(kMostTitle)}));
    m_form->addMultiline(QStringLiteral("text"),
                         tr("Text"),
                         kTextLines,
                         tr("Markdown. Headings (## like this) keep long articles findable by their parts."),
                         rules::required());
    m_form->addText(QStringLiteral("category"),
                    tr("Category"),
                    tr("Groups documents in the list; may stay empty."),
                    rules::lengthAtMost(kMostCategory));
    m_form->addChoice(QStringLiteral("visibility"),
                      tr("Who may be answered from it"),
                      {{QStringLiteral("public"), tr("Customers")},
                       {QStringLiteral("internal"), tr("Supporters only")}});
    m_form->load(draft);
    setRole(m_save, "primary");
    m_save->setObjectName(QStringLiteral("save"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("New article"), "title", this));
    layout->addWidget(m_banner);
    layout->addWidget(m_form, 1);
    layout->addWidget(buttons);
    m_form->focusFirst();

    connect(buttons, &QDialogButtonBox::rejected, this, &ArticleEditor::reject);
    connect(m_save, &QPushButton::clicked, this, &ArticleEditor::save);
    auto* key = new QAction(tr("Add article"), this);
    key->setShortcuts({QKeySequence(QKeySequence::Save), QKeySequence(Qt::CTRL | Qt::Key_Return)});
    connect(key, &QAction::triggered, m_save, &QPushButton::click);
    addAction(key);
}

void ArticleEditor::reject()
{
    if (!m_form->isChanged()) {
        QDialog::reject();
        return;
    }
    confirmDestruction(this,
                       tr("Discard the article?"),
                       tr("What you have written is not saved anywhere."),
                       tr("Discard"),
                       [this] { QDialog::reject(); });
}

void ArticleEditor::save()
{
    if (!m_form->check()) {
        return;
    }
    m_save->setEnabled(false);
    m_api.post(QStringLiteral("/knowledge/documents"), m_form->value(), this, [this](const ApiReply& reply) {
        m_save->setEnabled(true);
        if (reply.error) {
            ApiError error = *reply.error;
            error.fields = m_form->showErrors(error.fields);
            m_banner->say(Tone::Danger, error.describe());
            return;
        }
        Q_EMIT created(json::text(reply.object, QLatin1String("id")));
        accept();
    });
}

} // namespace parley::console
