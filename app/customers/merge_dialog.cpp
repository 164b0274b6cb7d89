// SPDX-License-Identifier: MIT
#include "app/customers/merge_dialog.h"

#include "app/customers/customer_columns.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/search_field.h"
#include "app/workspace/desk_words.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kWidthPx = 500;

QString idOf(const QJsonObject& customer)
{
    return json::text(customer, QLatin1String("id"));
}

/// As the text of a button: an ampersand would underline what follows it.
QString labelOf(const QJsonObject& customer)
{
    return words::customer(customer).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

MergeDialog::MergeDialog(Workspace& workspace, QJsonObject customer, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_customer(std::move(customer)),
      m_banner(new Banner(this)),
      m_search(new SearchField(tr("E-mail address, phone number or id of the other"), this)),
      m_found(new PlainLabel({}, this)),
      m_keepThis(new QRadioButton(this)),
      m_keepOther(new QRadioButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Merge customers"));
    setMinimumWidth(kWidthPx);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_merge = buttons->addButton(tr("Merge them"), QDialogButtonBox::ActionRole);
    m_merge->setObjectName(QStringLiteral("merge"));
    setRole(m_merge, "primary");

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("Is %1 the same person as another?").arg(words::customer(m_customer)),
                                     "heading",
                                     this));
    layout->addWidget(new PlainLabel(
        tr("All conversations, tickets and identifiers of both go to the one who stays; where both have a "
           "name or "
           "an address, the one who stays keeps its own. The other is gone then, and that cannot be undone."),
        this));
    layout->addWidget(m_search);
    layout->addWidget(m_banner);
    layout->addWidget(m_found);
    layout->addWidget(m_keepThis);
    layout->addWidget(m_keepOther);
    layout->addStretch(1);
    layout->addWidget(buttons);
    m_keepThis->setChecked(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &SearchField::searched, this, &MergeDialog::look);
    connect(m_merge, &QPushButton::clicked, this, &MergeDialog::merge);
    setOther({});
}

void MergeDialog::look(const QString& typed)
{
    m_banner->clear();
    setOther({});
    if (typed.isEmpty()) {
        return;
    }
    m_workspace.api.get(QStringLiteral("/customers/lookup"),
                        customerLookup(typed),
                        this,
                        [this, typed](const ApiReply& reply) {
                            if (typed != m_search->text().trimmed()) {
                                return;
                            }
                            if (reply.error) {
                                m_banner->say(Tone::Warning, reply.error->describe());
                            } else if (idOf(reply.object) == idOf(m_customer)) {
                                m_banner->say(Tone::Warning, tr("That is the same customer already."));
                            } else {
                                setOther(reply.object);
                            }
                        });
}

void MergeDialog::setOther(const QJsonObject& other)
{
    m_other = other;
    const bool isThere = !other.isEmpty();
    m_found->setVisible(isThere);
    m_keepThis->setVisible(isThere);
    m_keepOther->setVisible(isThere);
    m_merge->setEnabled(isThere);
    if (isThere) {
        const int conversations = static_cast<int>(json::integer(other, QLatin1String("conversations")));
        m_found->setText(tr("Found: %1, with %2.")
                             .arg(words::customer(other), tr("%n conversation(s)", nullptr, conversations)));
        m_keepThis->setText(tr("%1 stays").arg(labelOf(m_customer)));
        m_keepOther->setText(tr("%1 stays").arg(labelOf(other)));
    }
}

void MergeDialog::merge()
{
    const bool keepsThis = m_keepThis->isChecked();
    const QString stays = idOf(keepsThis ? m_customer : m_other);
    const QString goes = idOf(keepsThis ? m_other : m_customer);
    m_merge->setEnabled(false);
    m_workspace.api.post(QStringLiteral("/customers/%1/merge").arg(stays),
                         {{QStringLiteral("customer_id"), goes}},
                         this,
                         [this](const ApiReply& reply) {
                             m_merge->setEnabled(true);
                             if (reply.error) {
                                 m_banner->say(Tone::Danger, reply.error->describe());
                                 return;
                             }
                             Q_EMIT merged(reply.object);
                             accept();
                         });
}

} // namespace parley::console
