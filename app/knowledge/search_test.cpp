// SPDX-License-Identifier: MIT
#include "app/knowledge/search_test.h"

#include "app/knowledge/text_card_delegate.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/search_field.h"

#include <QHBoxLayout>
#include <QListView>
#include <QSpinBox>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kUsualHits = 5;
constexpr int kMostHits = 50;
constexpr int kMostCharacters = 1000;
constexpr int kDocumentRole = Qt::UserRole + 1;

} // namespace

SearchTest::SearchTest(ApiClient& api, QWidget* parent)
    : QWidget(parent),
      m_api(api),
      m_field(new SearchField(tr("Ask as a customer would"), this)),
      m_count(new QSpinBox(this)),
      m_banner(new Banner(this)),
      m_view(new QListView(this)),
      m_empty(
          new EmptyState(QStringLiteral("search"),
                         tr("Try a question"),
                         tr("What customers ask is looked up like this. The passages that are found, best "
                            "first, are what an answer is made from."),
                         this)),
      m_stack(new QStackedLayout),
      m_hits(new QStandardItemModel(this))
{
    m_field->setMaxLength(kMostCharacters);
    m_count->setRange(1, kMostHits);
    m_count->setValue(kUsualHits);
    m_count->setAccessibleName(tr("How many passages"));
    m_count->setPrefix(tr("best "));
    m_view->setModel(m_hits);
    m_view->setItemDelegate(new TextCardDelegate(m_view));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Passages that are found, best first"));

    auto* line = new QHBoxLayout;
    line->addWidget(m_field, 1);
    line->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_banner);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);

    connect(m_field, &SearchField::searched, this, [this](const QString& text) {
        m_question = text;
        search();
    });
    connect(m_count, &QSpinBox::valueChanged, this, &SearchTest::search);
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& at) {
        Q_EMIT opened(at.data(kDocumentRole).toString());
    });
}

void SearchTest::ask(const QString& question)
{
    m_field->setText(question);
    m_question = question.trimmed();
    search();
}

void SearchTest::focusField()
{
    m_field->setFocus();
    m_field->selectAll();
}

void SearchTest::search()
{
    m_api.cancel(m_request);
    m_request = 0;
    m_banner->clear();
    if (m_question.isEmpty()) {
        m_hits->clear();
        m_empty->setTexts(tr("Try a question"),
                          tr("What customers ask is looked up like this. The passages that are found, best "
                             "first, are what an answer is made from."));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(m_question)));
    query.addQueryItem(QStringLiteral("k"), QString::number(m_count->value()));
    m_request = m_api.get(QStringLiteral("/knowledge/search"), query, this, [this](const ApiReply& reply) {
        m_request = 0;
        answered(reply);
    });
}

void SearchTest::answered(const ApiReply& reply)
{
    if (reply.error) {
        m_banner->say(Tone::Danger, reply.error->describe());
        return;
    }
    m_hits->clear();
    for (const QJsonValue& each : reply.items()) {
        const QJsonObject hit = each.toObject();
        auto* item = new QStandardItem;
        const QString title = json::text(hit, QLatin1String("title"));
        const QString text = json::text(hit, QLatin1String("text"));
        const qint64 page = json::integer(hit, QLatin1String("page"));
        item->setData(title, CardTitleRole);
        item->setData(text, CardBodyRole);
        item->setData(json::number(hit, QLatin1String("score")), CardScoreRole);
        item->setData(page > 0 ? tr("page %1").arg(page) : QString(), CardNoteRole);
        item->setData(json::text(hit, QLatin1String("document_id")), kDocumentRole);
        item->setData(title + QLatin1Char('\n') + text, Qt::AccessibleTextRole);
        m_hits->appendRow(item);
    }
    m_empty->setTexts(tr("Nothing is found"),
                      tr("No document speaks of this. An article about it would let the agents answer."));
    m_stack->setCurrentWidget(m_hits->rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
}

} // namespace parley::console
