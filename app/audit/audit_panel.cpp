// SPDX-License-Identifier: MIT
#include "app/audit/audit_panel.h"

#include "app/audit/audit_columns.h"
#include "app/net/json.h"
#include "app/style/colors.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/text_delegate.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kFieldWidthPx = 150;
constexpr int kSideWidthPx = 150;

/// Colours what went red and what came green; the words stand in their own columns for who sees no colours.
class DiffDelegate : public TextDelegate {
public:
    using TextDelegate::TextDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto kind = static_cast<DiffLine::Kind>(index.data(DiffModel::kKindRole).toInt());
        const bool isGone = index.column() == DiffModel::Before &&
                            (kind == DiffLine::Kind::Removed || kind == DiffLine::Kind::Changed);
        const bool hasCome = index.column() == DiffModel::After &&
                             (kind == DiffLine::Kind::Added || kind == DiffLine::Kind::Changed);
        if (isGone || hasCome) {
            const Colors& colors = colorsOf(option.palette);
            painter->fillRect(option.rect, isGone ? colors.dangerSoft : colors.successSoft);
        }
        TextDelegate::paint(painter, option, index);
    }
};

} // namespace

AuditPanel::AuditPanel(QWidget* parent)
    : QWidget(parent),
      m_title(new PlainLabel({}, "heading", this)),
      m_facts(new PlainLabel({}, "muted", this)),
      m_nothing(new PlainLabel(tr("Nothing is kept of what it was before and after."), "muted", this)),
      m_onlyChanges(new QCheckBox(tr("Only what changed"), this)),
      m_view(new QTreeView(this))
{
    m_facts->setCopyable(true);
    m_onlyChanges->setChecked(true);
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new DiffDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Before and after"));
    m_view->setColumnWidth(DiffModel::Field, kFieldWidthPx);
    m_view->setColumnWidth(DiffModel::Before, kSideWidthPx);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx / 2, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_onlyChanges);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_nothing);
    layout->addStretch(0);
    connect(m_onlyChanges, &QCheckBox::toggled, this, &AuditPanel::showLines);
    hide();
}

void AuditPanel::setEntry(const QJsonObject& entry)
{
    m_entry = entry;
    const QJsonObject object = json::object(entry, QLatin1String("object"));
    m_title->setText(actionWords(json::text(entry, QLatin1String("action"))));
    QStringList facts{tr("By %1").arg(actorWords(json::object(entry, QLatin1String("actor")))),
                      QLocale().toString(json::time(entry, QLatin1String("created_ts")).toLocalTime(),
                                         QLocale::LongFormat)};
    const auto append = [&](const QString& words, const QString& value) {
        if (!value.isEmpty()) {
            facts.append(words.arg(value));
        }
    };
    append(tr("Object %1"), json::text(object, QLatin1String("id")));
    append(tr("From the address %1"), json::text(entry, QLatin1String("address")));
    append(tr("Request %1"), json::text(entry, QLatin1String("request_id")));
    m_facts->setText(facts.join(QLatin1Char('\n')));
    setVisible(!entry.isEmpty());
    showLines();
}

void AuditPanel::showLines()
{
    QList<DiffLine> lines =
        diffOf(m_entry.value(QLatin1String("before")), m_entry.value(QLatin1String("after")));
    const bool hasLines = !lines.isEmpty();
    if (m_onlyChanges->isChecked()) {
        lines.removeIf([](const DiffLine& line) { return line.kind == DiffLine::Kind::Same; });
    }
    m_model.setLines(std::move(lines));
    m_view->setVisible(hasLines);
    m_onlyChanges->setVisible(hasLines);
    m_nothing->setVisible(!hasLines);
}

} // namespace parley::console
