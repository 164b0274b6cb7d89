// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/banner.h"

namespace parley::console {

class MentionWatch;
struct MentionNews;

/// Above every page: who named whoever sits here, until it has been looked at.
class MentionBar : public Banner {
    Q_OBJECT

public:
    /// @param watch outlives this
    explicit MentionBar(MentionWatch& watch, QWidget* parent = nullptr);

    /// "Mia mentioned you in TF-20261121-7KQ4".
    static QString titleOf(const MentionNews& news);

Q_SIGNALS:
    void wanted(const QString& conversation, const QString& message);

private:
    void refresh();

    MentionWatch& m_watch;
};

} // namespace parley::console
