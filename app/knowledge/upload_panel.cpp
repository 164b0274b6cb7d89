// SPDX-License-Identifier: MIT
#include "app/knowledge/upload_panel.h"

#include "app/knowledge/upload_delegate.h"
#include "app/knowledge/upload_queue.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMostRowsShown = 5;

} // namespace

UploadPanel::UploadPanel(UploadQueue& queue, QWidget* parent)
    : QFrame(parent),
      m_queue(queue),
      m_heading(new PlainLabel({}, "heading", this)),
      m_view(new QListView(this)),
      m_retry(new QPushButton(tr("Send again"), this)),
      m_remove(new QPushButton(this)),
      m_clear(new QPushButton(tr("Clear the list"), this))
{
    setRole(this, "card");
    m_view->setModel(&m_queue);
    m_view->setItemDelegate(new UploadDelegate(m_view));
    m_view->setAccessibleName(tr("Files on their way to the server"));
    m_view->setUniformItemSizes(true);
    setRole(m_view, "plain");
    auto* head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    for (QPushButton* button : {m_retry, m_remove, m_clear}) {
        setRole(button, "flat");
        head->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addLayout(head);
    layout->addWidget(m_view);

    connect(m_retry, &QPushButton::clicked, this, [this] { m_queue.retry(m_view->currentIndex().row()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_queue.remove(m_view->currentIndex().row()); });
    connect(m_clear, &QPushButton::clicked, this, [this] { m_queue.removeFinished(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &UploadPanel::update);
    connect(&m_queue, &UploadQueue::changed, this, &UploadPanel::update);
    update();
}

void UploadPanel::update()
{
    const int rows = m_queue.rowCount();
    const int underWay = m_queue.underWay();
    int failed = 0;
    for (int row = 0; row < rows; ++row) {
        const QVariant state = m_queue.index(row).data(UploadQueue::StateRole);
        failed += state.toInt() == static_cast<int>(UploadQueue::State::Failed) ? 1 : 0;
    }
    setVisible(rows > 0);
    m_heading->setText(underWay > 0 ? tr("%n file(s) on their way", nullptr, underWay)
                       : failed > 0 ? tr("%n file(s) could not be sent", nullptr, failed)
                                    : tr("All files were sent"));
    const QModelIndex chosen = m_view->currentIndex();
    const auto state = static_cast<UploadQueue::State>(chosen.data(UploadQueue::StateRole).toInt());
    const bool isUnderWay = state == UploadQueue::State::Waiting || state == UploadQueue::State::Sending;
    m_retry->setVisible(chosen.isValid() && state == UploadQueue::State::Failed);
    m_remove->setVisible(chosen.isValid());
    m_remove->setText(isUnderWay ? tr("Stop") : tr("Take off the list"));
    m_clear->setVisible(rows > underWay);
    const int rowHeight = qMax(1, m_view->sizeHintForRow(0));
    m_view->setFixedHeight(qMin(rows, kMostRowsShown) * rowHeight + 4);
}

} // namespace parley::console
