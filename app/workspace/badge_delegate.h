// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/text_delegate.h"

namespace parley::console {

/// Paints a cell's text as a badge, in the tone that ToneRole gives; cells without one are painted as ever.
class BadgeDelegate : public TextDelegate {
    Q_OBJECT

public:
    /// An int of Tone.
    static constexpr int kToneRole = Qt::UserRole + 100;

    using TextDelegate::TextDelegate;

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace parley::console
