// SPDX-License-Identifier: MIT
#include "app/knowledge/passage_view.h"

#include "app/knowledge/text_card_delegate.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/workspace/json_list_model.h"

#include <QListView>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace parley::console {

namespace {

QVariant cardOf(const QJsonObject& chunk, int role)
{
    switch (role) {
    case CardTitleRole: {
        const QStringList headings = json::texts(chunk, QLatin1String("headings"));
        const qint64 ordinal = json::integer(chunk, QLatin1String("ordinal")) + 1;
        return headings.isEmpty() ? PassageView::tr("Passage %1").arg(ordinal)
                                  : headings.join(QStringLiteral(" › "));
    }
    case CardNoteRole: {
        const qint64 page = json::integer(chunk, QLatin1String("page"));
        return page > 0 ? PassageView::tr("page %1").arg(page) : QString();
    }
    case CardBodyRole:
        return json::text(chunk, QLatin1String("text"));
    default:
        return {};
    }
}

std::vector<JsonListModel::Column> columns()
{
    return {{PassageView::tr("Passage"),
             [](const QJsonObject& chunk) { return json::text(chunk, QLatin1String("text")); },
             cardOf}};
}

} // namespace

PassageView::PassageView(ApiClient& api, QWidget* parent)
    : QWidget(parent),
      m_api(api),
      m_view(new QListView(this)),
      m_banner(new Banner(this)),
      m_stack(new QStackedLayout)
{
    m_view->setItemDelegate(new TextCardDelegate(m_view));
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Passages of the document"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(new EmptyState(QStringLiteral("knowledge"),
                                      tr("No passages yet"),
                                      tr("A document is cut into passages while it is read. "
                                         "They are what answers are made from."),
                                      this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    layout->addLayout(m_stack, 1);
}

PassageView::~PassageView() = default;

void PassageView::display(const QString& document)
{
    m_banner->clear();
    m_view->setModel(nullptr);
    m_model.reset();
    m_stack->setCurrentIndex(1);
    if (document.isEmpty()) {
        return;
    }
    m_model = std::make_unique<JsonListModel>(m_api,
                                              QStringLiteral("/knowledge/documents/%1/chunks").arg(document),
                                              columns());
    m_view->setModel(m_model.get());
    connect(m_model.get(), &JsonListModel::loaded, this, [this] {
        m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    });
    connect(m_model.get(), &JsonListModel::failed, this, [this](const ApiError& error) {
        m_banner->say(Tone::Danger, error.describe());
    });
    m_model->reload();
}

} // namespace parley::console
