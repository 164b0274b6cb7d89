// SPDX-License-Identifier: MIT
#include "app/knowledge/document_detail.h"

#include "app/knowledge/document_words.h"
#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/badge.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMostTitle = 500;
constexpr int kMostCategory = 100;

QPushButton* button(const QString& iconName, const QString& label, const char* role, QWidget* parent)
{
    auto* made =
        iconName.isEmpty() ? new QPushButton(label, parent) : new QPushButton(icon(iconName), label, parent);
    if (role != nullptr) {
        setRole(made, role);
    }
    return made;
}

} // namespace

DocumentDetail::DocumentDetail(ApiClient& api, bool mayWrite, QWidget* parent)
    : QWidget(parent),
      m_api(api),
      m_mayWrite(mayWrite),
      m_title(new PlainLabel({}, "heading", this)),
      m_status(new Badge({}, Tone::Neutral, this)),
      m_banner(new Banner(this)),
      m_error(new PlainLabel({}, "error", this)),
      m_notes(new PlainLabel({}, "muted", this)),
      m_facts(new FactList(this)),
      m_form(new Form(this)),
      m_save(button({}, tr("Save"), "primary", this)),
      m_cancel(button(QStringLiteral("close"), tr("Stop reading"), nullptr, this)),
      m_retry(button(QStringLiteral("refresh"), tr("Read again"), nullptr, this)),
      m_delete(button(QStringLiteral("trash"), tr("Delete…"), "danger", this))
{
    m_error->setCopyable(true);
    buildForm();
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_status, 0, Qt::AlignTop);
    auto* inner = new QWidget(this);
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, 8, 0);
    innerLayout->setSpacing(12);
    innerLayout->addWidget(m_error);
    innerLayout->addWidget(m_notes);
    innerLayout->addWidget(m_form);
    innerLayout->addWidget(m_facts);
    innerLayout->addStretch(1);
    auto* scroll = new QScrollArea(this);
    setRole(scroll, "plain");
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_delete);
    tools->addStretch(1);
    tools->addWidget(m_cancel);
    tools->addWidget(m_retry);
    tools->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
    layout->addLayout(tools);

    m_delete->setObjectName(QStringLiteral("delete"));
    m_save->setObjectName(QStringLiteral("save"));
    connect(m_form, &Form::edited, this, &DocumentDetail::updateButtons);
    connect(m_save, &QPushButton::clicked, this, &DocumentDetail::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] { act(QStringLiteral("cancel")); });
    connect(m_retry, &QPushButton::clicked, this, [this] { act(QStringLiteral("retry")); });
    connect(m_delete, &QPushButton::clicked, this, &DocumentDetail::remove);
}

void DocumentDetail::buildForm()
{
    m_form->addText(QStringLiteral("title"),
                    tr("Title"),
                    tr("Customers see it as the source of an answer."),
                    rules::chain({rules::required(), rules::lengthAtMost(kMostTitle)}));
    m_form->addText(QStringLiteral("category"), tr("Category"), {}, rules::lengthAtMost(kMostCategory));
    m_form->addChoice(QStringLiteral("visibility"),
                      tr("Who may be answered from it"),
                      {{QStringLiteral("public"), tr("Customers")},
                       {QStringLiteral("internal"), tr("Supporters only")}});
    m_form->setReadOnly(!m_mayWrite);
}

QString DocumentDetail::path() const
{
    return QStringLiteral("/knowledge/documents/") + json::text(m_document, QLatin1String("id"));
}

QString DocumentDetail::unsaved() const
{
    return m_form->isChanged()
               ? tr("Changes to \"%1\" are not saved.").arg(json::text(m_document, QLatin1String("title")))
               : QString();
}

void DocumentDetail::display(const QJsonObject& document)
{
    const QString id = json::text(document, QLatin1String("id"));
    const bool isSame = id == json::text(m_document, QLatin1String("id"));
    m_document = document;
    if (!isSame) {
        m_banner->clear();
    }
    if (!isSame || !m_form->isChanged()) {
        m_form->load(document);
    }
    const QString status = json::text(document, QLatin1String("status"));
    m_title->setText(json::text(document, QLatin1String("title")));
    m_status->setText(documentStatusText(status));
    m_status->setTone(documentStatusTone(status));
    showNotes();
    showFacts();
    updateButtons();
}

void DocumentDetail::showNotes()
{
    QStringList faults;
    QStringList notes;
    for (const DocumentNote& note : documentNotes(m_document)) {
        (note.tone == Tone::Danger ? faults : notes).append(note.text);
    }
    m_error->setText(faults.join(QLatin1Char('\n')));
    m_error->setVisible(!faults.isEmpty());
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
}

void DocumentDetail::showFacts()
{
    const QLocale locale;
    const qint64 pages = json::integer(m_document, QLatin1String("pages"));
    m_facts->setFacts(
        {{tr("File"), json::text(m_document, QLatin1String("source"))},
         {tr("Kind"), json::text(m_document, QLatin1String("content_type"))},
         {tr("Language"), languageText(json::text(m_document, QLatin1String("language")))},
         {tr("Size"), sizeText(json::integer(m_document, QLatin1String("bytes")))},
         {tr("Pages"), pages > 0 ? locale.toString(pages) : QString()},
         {tr("Passages"), locale.toString(json::integer(m_document, QLatin1String("chunks")))},
         {tr("Added"), momentText(json::time(m_document, QLatin1String("created_ts")), m_api.serverNow())},
         {tr("Changed"),
          momentText(json::time(m_document, QLatin1String("updated_ts")), m_api.serverNow())}});
}

void DocumentDetail::updateButtons()
{
    const QString status = json::text(m_document, QLatin1String("status"));
    const bool isUnderWay = isDocumentUnderWay(status);
    m_save->setVisible(m_mayWrite);
    m_save->setEnabled(m_form->isChanged());
    m_cancel->setVisible(m_mayWrite && isUnderWay);
    m_retry->setVisible(m_mayWrite &&
                        (status == QLatin1String("failed") || status == QLatin1String("cancelled")));
    m_delete->setVisible(m_mayWrite);
}

void DocumentDetail::take(const ApiReply& reply)
{
    if (reply.error) {
        ApiError error = *reply.error;
        error.fields = m_form->showErrors(error.fields);
        m_banner->say(Tone::Danger, error.describe());
        updateButtons();
        return;
    }
    m_banner->clear();
    display(reply.object);
    Q_EMIT changed(reply.object);
}

void DocumentDetail::save()
{
    if (!m_form->check()) {
        return;
    }
    m_save->setEnabled(false);
    m_api.patch(path(), m_form->changes(), this, [this](const ApiReply& reply) {
        if (reply.isOk()) {
            m_form->load(reply.object);
        }
        take(reply);
    });
}

void DocumentDetail::act(const QString& verb)
{
    m_api.post(path() + QLatin1Char('/') + verb, {}, this, [this](const ApiReply& reply) { take(reply); });
}

void DocumentDetail::remove()
{
    const QString id = json::text(m_document, QLatin1String("id"));
    const int passages = static_cast<int>(json::integer(m_document, QLatin1String("chunks")));
    confirmDestruction(
        this,
        tr("Delete \"%1\"?").arg(json::text(m_document, QLatin1String("title"))),
        tr("The document goes with its %n passage(s). Customers are no longer answered from it, "
           "and answers that were remembered from it are forgotten. Earlier conversations keep "
           "what was quoted.",
           nullptr,
           passages),
        tr("Delete document"),
        [this, id, url = path()] {
            m_api.remove(url, this, [this, id](const ApiReply& reply) {
                if (reply.error) {
                    m_banner->say(Tone::Danger, reply.error->describe());
                    return;
                }
                m_form->load({});
                Q_EMIT removed(id);
            });
        });
}

} // namespace parley::console
