// SPDX-License-Identifier: MIT
#include "app/knowledge/gap_proof.h"

#include "app/knowledge/document_words.h"
#include "app/knowledge/text_card_delegate.h"
#include "app/net/json.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QHBoxLayout>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMostQuestions = 5;
/// An answer is made from the best passages; further down it would hardly be seen.
constexpr int kPassages = 3;
constexpr int kWhole = 1000;

} // namespace

GapProof::GapProof(ApiClient& api, QWidget* parent)
    : QFrame(parent),
      m_api(api),
      m_watch(api),
      m_state(new PlainLabel({}, this)),
      m_progress(new QProgressBar(this)),
      m_view(new QListView(this)),
      m_close(new QPushButton(tr("Close this question"), this)),
      m_look(new QPushButton(tr("Show the article"), this)),
      m_results(new QStandardItemModel(this))
{
    setRole(this, "card");
    setRole(m_view, "plain");
    setRole(m_close, "primary");
    m_close->setObjectName(QStringLiteral("close_gap"));
    m_progress->setRange(0, kWhole);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How much of the article is read"));
    m_view->setModel(m_results);
    m_view->setItemDelegate(new TextCardDelegate(m_view));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("What the questions find now"));
    auto* tools = new QHBoxLayout;
    tools->addStretch(1);
    tools->addWidget(m_look);
    tools->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(new PlainLabel(tr("What it answers now"), "heading", this));
    layout->addWidget(m_state);
    layout->addWidget(m_progress);
    layout->addWidget(m_view, 1);
    layout->addLayout(tools);
    connect(m_close, &QPushButton::clicked, this, &GapProof::closeWanted);
    connect(m_look, &QPushButton::clicked, this, [this] { Q_EMIT documentWanted(m_document); });
    connect(&m_watch, &DocumentWatch::changed, this, &GapProof::follow);
    connect(&m_watch, &DocumentWatch::gone, this, [this] {
        m_progress->hide();
        m_state->setText(tr("The article was deleted meanwhile."));
    });
}

void GapProof::begin(const QString& document, const QStringList& questions)
{
    m_api.cancel(m_request);
    m_request = 0;
    m_document = document;
    m_questions = questions.mid(0, kMostQuestions);
    m_next = 0;
    m_found = 0;
    m_results->clear();
    m_progress->setValue(0);
    m_progress->show();
    m_view->hide();
    m_close->setEnabled(false);
    m_state->setText(tr("The article is being read…"));
    m_watch.watch(document);
}

void GapProof::follow(const QJsonObject& document)
{
    if (json::text(document, QLatin1String("id")) != m_document) {
        return;
    }
    const QString status = json::text(document, QLatin1String("status"));
    m_progress->setValue(qRound(json::number(document, QLatin1String("progress")) * kWhole));
    if (isDocumentUnderWay(status)) {
        return;
    }
    m_progress->hide();
    if (status != QLatin1String("ready")) {
        m_state->setText(
            tr("The article could not be read: %1").arg(json::text(document, QLatin1String("error"))));
        return;
    }
    m_view->show();
    m_state->setText(tr("Asking the questions again…"));
    tryNext();
}

void GapProof::tryNext()
{
    if (m_next >= m_questions.size()) {
        conclude();
        return;
    }
    const QString question = m_questions.at(m_next++);
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(question)));
    query.addQueryItem(QStringLiteral("k"), QString::number(kPassages));
    m_request =
        m_api.get(QStringLiteral("/knowledge/search"), query, this, [this, question](const ApiReply& reply) {
            m_request = 0;
            answered(question, reply);
        });
}

void GapProof::answered(const QString& question, const ApiReply& reply)
{
    if (reply.error) {
        m_state->setText(reply.error->describe());
        m_close->setEnabled(true);
        return;
    }
    auto* item = new QStandardItem;
    item->setData(question, CardTitleRole);
    item->setData(false, CardGoodRole);
    const QJsonArray hits = reply.items();
    for (int place = 0; place < hits.size(); ++place) {
        const QJsonObject hit = hits.at(place).toObject();
        if (json::text(hit, QLatin1String("document_id")) == m_document) {
            ++m_found;
            item->setData(true, CardGoodRole);
            item->setData(json::text(hit, QLatin1String("text")), CardBodyRole);
            item->setData(json::number(hit, QLatin1String("score")), CardScoreRole);
            item->setData(tr("place %1").arg(place + 1), CardNoteRole);
            break;
        }
    }
    if (!item->data(CardBodyRole).isValid()) {
        item->setData(tr("The article is not among the %n best passages. Say in it what the question says.",
                         nullptr,
                         kPassages),
                      CardBodyRole);
    }
    item->setData(question + QLatin1Char('\n') + item->data(CardBodyRole).toString(), Qt::AccessibleTextRole);
    m_results->appendRow(item);
    tryNext();
}

void GapProof::conclude()
{
    m_close->setEnabled(true);
    const int all = static_cast<int>(m_questions.size());
    m_state->setText(m_found == all
                         ? tr("The article is found for all %n question(s).", nullptr, all)
                         : tr("The article is found for %1 of %n question(s).", nullptr, all).arg(m_found));
}

} // namespace parley::console
