// SPDX-License-Identifier: MIT
#pragma once

#include "app/health/health_words.h"

#include <QFrame>

namespace parley::console {

class PlainLabel;

/// One part of the server on a card.
class HealthCard : public QFrame {
    Q_OBJECT

public:
    explicit HealthCard(QWidget* parent = nullptr);
    void setTold(const HealthTold& told);

private:
    PlainLabel* m_title;
    Badge* m_status;
    PlainLabel* m_meaning;
    PlainLabel* m_facts;
};

} // namespace parley::console
