// SPDX-License-Identifier: MIT
#include "app/shell/mention_bar.h"

#include "app/shell/mention_watch.h"
#include "app/widgets/display_text.h"

#include <QPushButton>

namespace parley::console {

namespace {

constexpr int kNameLength = 60;
constexpr int kPreviewLength = 90;

} // namespace

MentionBar::MentionBar(MentionWatch& watch, QWidget* parent) : Banner(parent), m_watch(watch)
{
    setObjectName(QStringLiteral("mentions"));
    setClosable(false);
    findChild<QPushButton*>()->setObjectName(QStringLiteral("mentionsOpen"));
    connect(&m_watch, &MentionWatch::changed, this, &MentionBar::refresh);
    connect(this, &Banner::actionTriggered, this, [this] {
        if (!m_watch.waiting().isEmpty()) {
            const MentionNews& oldest = m_watch.waiting().first();
            Q_EMIT wanted(QString(oldest.conversation), QString(oldest.message));
        }
    });
    refresh();
}

QString MentionBar::titleOf(const MentionNews& news)
{
    const QString by = displayLine(news.by, kNameLength);
    return news.reference.isEmpty() ? tr("%1 mentioned you").arg(by)
                                    : tr("%1 mentioned you in %2").arg(by, displayLine(news.reference, 40));
}

void MentionBar::refresh()
{
    const QList<MentionNews>& waiting = m_watch.waiting();
    if (waiting.isEmpty()) {
        clear();
        return;
    }
    const MentionNews& oldest = waiting.first();
    const QString first =
        titleOf(oldest) + QStringLiteral(": ") + displayLine(oldest.preview, kPreviewLength);
    const auto more = static_cast<int>(waiting.size()) - 1;
    say(Tone::Accent, more == 0 ? first : tr("%1 (and %n more)", nullptr, more).arg(first), tr("Open"));
}

} // namespace parley::console
